/**
 * Every expected refusal and the HTTP status it answers with. The sentence of a code stands in the language
 * files under `refusal.<code>`; a test compares both sides.
 */
export const refusalStatus = {
  // What one may not see does not exist.
  notFound: 404,
  notAllowed: 403,
  invalid: 422,
  /** Somebody else changed the thing in between. */
  changedMeanwhile: 409,
  wrongStage: 409,
  // meeting
  dayPast: 409,
  /** Years ahead: nobody can have meant that. */
  dayTooFar: 422,
  // session
  /** Of the answer to an invitation. */
  nobodyNamed: 422,
  insteadOfWhom: 422,
  whyInstead: 422,
  headAsked: 422,
  nobodyToRemind: 409,
  remindedToday: 409,
  undecidedListings: 409,
  agendaOverLimit: 409,
  agendaNotPublished: 409,
  /** The chair has not approved the agenda as it is now. */
  agendaNotApproved: 409,
  /** Nobody is named as the chair of the meeting. */
  chairMissing: 409,
  /** The whole file of a meeting, by what is attached to it. */
  archiveTooLarge: 413,
  /** No matter of the topic library was chosen. */
  libraryEmptyChoice: 422,
  noQuorum: 409,
  /** Outcomes were entered while too few of those who lead were there. */
  decidedWithoutQuorum: 409,
  lookBackIncomplete: 409,
  /** The chair has let them begin, or nothing is left to state. */
  topicsMayBegin: 409,
  /** Of the tasks that were to be noted together none is as it was shown. */
  laterChanged: 409,
  topicsUnplaced: 409,
  /** The agenda and the record do not agree on an entry. */
  recordDiffers: 409,
  /** A topic is put off to no day that can be. */
  deferredWhen: 422,
  outcomesMissing: 409,
  topicsReopened: 409,
  wordingEdited: 409,
  signOffMissing: 409,
  minutesIncomplete: 409,
  beingWritten: 409,
  nothingToSign: 409,
  wordingLacksOutcome: 409,
  resolutionsIncomplete: 409,
  /** The minutes are being amended already; until that has ended nothing else begins. */
  amendmentOpen: 409,
  noAmendment: 409,
  /** In an amended record an adopted resolution does not read as it was adopted. */
  adoptedChanged: 409,
  /** The minutes are issued, or are just being issued. */
  recordFrozen: 409,
  /** An edit changes a part of the record that its author may not change now. */
  partClosed: 409,
  /** Nothing of an edit is in the record, by no fault of whoever made it. */
  recordNotStored: 503,
  /** An edit is in the record, but the disk has not confirmed it. */
  recordUnsure: 503,
  /** What was handed in cannot be read as edits of this record. */
  correctionUnreadable: 422,
  tooManyCorrections: 429,
  correctionDecided: 409,
  /** Of a proposal for the agenda. */
  wordsHaveNoPlace: 409,
  proposalDecided: 409,
  /** Everything that was proposed stands there already. */
  nothingProposed: 422,
  alreadyInstalled: 409,
  // what came over the network
  /** Another kind of body than a form's. */
  notAForm: 415,
  formTooLarge: 413,
  tooManyFields: 413,
  /** A body cut short, or a field twice that can only be given once. */
  formUnreadable: 400,
  /** The form does not say which of several acts it wants. */
  unknownIntent: 400,
  foreignOrigin: 403,
  /** Sent to a host that this is not. */
  foreignHost: 421,
  unknownAddress: 400,
  unknownMethod: 405,
  /** The disk is full, or does not work; nothing of it is stored. */
  notStored: 503,
  // access
  /** The sign-in has ended, or never was. */
  signedOut: 401,
  wrongPassword: 401,
  tooManyAttempts: 429,
  /** More people sign in at once than can be verified. */
  signInBusy: 503,
  /** A calendar feed is asked for faster than calendars ask. */
  calendarBusy: 429,
  noPost: 403,
  passwordWeak: 422,
  wrongOwnPassword: 422,
  /** An invitation that was used, is too old or never was one. */
  invitationOver: 410,
  /** What an administrator cannot do to themselves. */
  ownAccount: 409,
  // unit
  postHeld: 409,
  postClosed: 409,
  postStillHeld: 409,
  substituteDays: 422,
  substituteTaken: 409,
  holdsPostAlready: 409,
  handoverIncomplete: 409,
  handoverWordMissing: 422,
  unitNameTaken: 409,
  unitSlugTaken: 409,
  unitCodeTaken: 409,
  unitCodeNeeded: 422,
  unitParentNeeded: 422,
  unitClosed: 409,
  unitHasOpenWork: 409,
  mergeOtherKind: 422,
  recordBeingWritten: 409,
  listsDiffer: 409,
  registerUnknown: 422,
  registerTooLong: 422,
  registerRowsRefused: 409,
  accountOfOther: 409,
  noSuchAccount: 422,
  accountTaken: 409,
  dutyNumberTaken: 409,
  noDutyColumns: 422,
  noFileWaiting: 409,
  leftAlready: 409,
  leavesBeforeItBegan: 422,
  /** Without an administrator nobody could appoint the next. */
  lastAdministrator: 409,
  // plan
  planExists: 409,
  planAdopted: 409,
  planNotAdopted: 409,
  noRules: 409,
  /** A host before all others have hosted, without a reason. */
  hostOutOfTurn: 422,
  /** A day of the plan lies on a day off, without a reason. */
  dayOff: 422,
  /** To an adopted plan only months that keep to rotation and working days are added. */
  addedOutOfTurn: 422,
  addedDayOff: 422,
  /** Streets collect for one of the months already. */
  swapWindowOpen: 409,
  swapSameHost: 422,
  /** A consultation day is the day of its month. */
  otherMonth: 422,
  /** What others count on is not taken back. */
  announcedAlready: 409,
  /** A problem of a cancelled day stands on a later list. */
  problemsMovedOn: 409,
  notLater: 422,
  /** What the law leaves off is worked on no day. */
  lawfulHoliday: 422,
  /** Allowed only with a reason, which is recorded as a deviation. */
  reasonNeeded: 422,
  // outcome
  /** A departure from the plan or the rules is approved by a person who is named. */
  approverNeeded: 422,
  approverNotPossible: 409,
  /** One proposal for the next version of the rules at a time. */
  ruleProposalOpen: 409,
  ruleProposalClosed: 409,
  documentNumberNeeded: 409,
  rulesUnchanged: 409,
  testDecided: 409,
  feedbackUnanswered: 409,
  ownRuleProposal: 403,
  deviationWaiting: 409,
  deviationAnswered: 409,
  deviationLapsed: 409,
  notLookedAt: 409,
  alreadyPublished: 409,
  /** Somebody else has seen the topic in between: it is public. */
  topicAlreadySeen: 409,
  /** Of some marks in a text nobody has said whether they are left out. */
  marksUndecided: 422,
  /** What is to be left out of a text does not stand in it. */
  passageNotFound: 422,
  alreadyTakenDown: 409,
  notPublished: 409,
  // task
  wrongTaskState: 409,
  dueNotLater: 422,
  dueTooFar: 422,
  extensionNotGrantable: 422,
  reviewNotAhead: 422,
  reviewTooFar: 422,
  raisedAhead: 422,
  /** Of the day by which a problem is wished to be done. */
  wishPassed: 422,
  milestoneGone: 409,
  /** Who did a task, or belongs to those who do, judges nothing of it. */
  doerMayNotJudge: 403,
  /** What a street did itself is verified before a witness. */
  witnessNeeded: 422,
  witnessNotPossible: 409,
  /** What is stated of a task contradicts what is known of it. */
  saidNotHandled: 409,
  saidNotVerified: 409,
  saidSolved: 409,
  saidSuspended: 409,
  saidBlocked: 409,
  saidOverdue: 409,
  saidHandledLate: 409,
  saidMilestoneLate: 409,
  /** A leader steps in where a task was carried over more often than the rules allow. */
  notEscalated: 409,
  orderDayPast: 422,
  takenOverAlready: 409,
  orderAnswered: 409,
  // opinion
  /** The day until which an opinion is asked for is past, or after the meeting. */
  opinionDate: 422,
  unitNotCalled: 422,
  opinionSubmitted: 409,
  opinionWithoutPosition: 422,
  /** Conditions, or a reason, are missing. */
  opinionWithoutTerms: 422,
  // resource
  /** Of a need or an offer that is not open any more. */
  resourceEnded: 409,
  resourceKindDiffers: 422,
  resourceDatesApart: 409,
  /** Nothing is left of an offer. */
  resourceUsedUp: 409,
  resourceAmount: 422,
  resourceNotEnough: 409,
  /** An offer would become less than is promised of it, or something else. */
  resourcePromised: 409,
  resourceTakenBack: 409,
  // problem
  /** Late problems are asked for between the end of the window and the agenda. */
  lateNotNow: 409,
  lateAsked: 409,
  lateAnswered: 409,
  /** What a community proposed for its street's list. */
  proposalAnswered: 409,
  /** The list is back with its street: it can send everything itself. */
  listOpen: 409,
  /** The street's list is sent, or its time is over. */
  listClosed: 409,
  listEmpty: 409,
  nothingChosen: 422,
  listIncomplete: 409,
  listDecided: 409,
  /** What is still to be sent is not carried over, nor what was sent, nor anything twice. */
  listStillOpen: 409,
  listSent: 409,
  alreadyCarried: 409,
  noListOpen: 409,
  alreadyAccepted: 409,
  alreadyListed: 409,
  /** The problem is dealt with elsewhere: it is in one channel at a time. */
  inWhistle: 409,
  inForum: 409,
  inOrder: 409,
  isSettled: 409,
  carriesOthers: 409,
  /** Of what a resident is told of a refusal. */
  answerNotOwed: 409,
  answerDayWrong: 422,
  /** Of a decision of the screening that is to be taken back: why it stands, and what can be done instead. */
  undoWindowOpen: 409,
  undoOnAgenda: 409,
  undoOffAgenda: 409,
  undoNotOnAgenda: 409,
  undoInSession: 409,
  undoConcluded: 409,
  undoDayOver: 409,
  undoDayCancelled: 409,
  fileUnreadable: 422,
  fileTooLarge: 413,
  /** Packed it is small enough, unpacked it is not. */
  fileUnpacksTooLarge: 413,
  /** Reading it was ended: it took too long or too much memory. */
  fileTakesTooLong: 422,
  fileTooLargeToMake: 422,
  // file
  /** Nothing that can be attached, by its bytes. */
  fileOfOtherKind: 422,
  /** A telephone's own format of photos, which nothing here reads. */
  fileHeic: 422,
  /** An office file with a password. */
  fileLocked: 422,
  fileWithMacros: 422,
  fileDamaged: 422,
  imageTooLarge: 422,
  fileTakesTooLongToTell: 422,
  noFileChosen: 422,
  /** No earlier ledger waits to be taken over. */
  noLedgerWaiting: 409,
  /** In none of its sheets is a header that a ledger of tasks has. */
  noLedgerColumns: 422,
  /** Of its rows none can be taken over, or all were before. */
  nothingToTakeOver: 409,
  takeoverUndone: 409,
  /** Something has happened to tasks that were taken over. */
  takeoverInUse: 409,
  tooManyFiles: 409,
  filesTooLarge: 409,
  /** A table in a format that has to be saved as XLSX first. */
  fileOtherFormat: 422,
  fileEncrypted: 422,
  /** An address in it that no spreadsheet has. */
  fileBeyondSheet: 422,
  tooManyRows: 422,
  noColumns: 422,
  sheetUnknown: 422,
  /** Several sheets look like a list. */
  sheetUndecided: 422,
  headerUnknown: 422,
  columnUnknown: 422,
  /** Rows have no resident's words, and nobody has said what becomes of them. */
  wordsUndecided: 422,
  importRunning: 409,
  /** What is to be erased stands nowhere it could be erased from. */
  wordsNotFound: 422,
  /** Something of an import was changed or sent since. */
  importTouched: 409,
  /** A day does not end while one of its tasks is open. */
  tasksOpen: 409,
} as const;

export type RefusalCode = keyof typeof refusalStatus;
