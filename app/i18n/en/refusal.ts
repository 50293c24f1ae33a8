export const refusal = {
  notFound: "Not found.",
  notAllowed: "The post you act in does not have this right.",
  invalid: "Please check what you entered.",
  changedMeanwhile: "Somebody else has just changed this. Look at the new content and try again.",
  dayTooFar: "That day is too many years ahead. Check the year.",
  dayPast: "That day is over; choose another date",
  wrongStage: "This cannot be done at the present stage.",
  nobodyNamed: "Name at least one person who comes; if nobody can, decline.",
  insteadOfWhom: "Say instead of whom {{name}} comes.",
  whyInstead: "The head of the unit is asked for. Say why {{name}} comes instead.",
  headAsked: "The head of the unit is asked for. Mark who is the head, or who comes instead.",
  nobodyToRemind: "All units have answered: there is nobody to remind.",
  remindedToday: "They were reminded today. You can remind them again tomorrow.",
  undecidedListings:
    "{{count}} submitted problems still wait for a decision. Decide each of them on the screening page first.",
  agendaOverLimit:
    "The agenda has {{count}} topics; the rules allow {{limit}}. Take some off, or give the reason for the excess.",
  agendaNotPublished:
    "The agenda has not been published. Publish it first, or give the reason for opening without it.",
  agendaNotApproved:
    "The chair has not approved the agenda as it is now. Ask for the approval first, or give the reason for publishing without it.",
  archiveTooLarge:
    "What is attached is more than {{megabytes}} MB, too much for one archive. Download it page by page.",
  libraryEmptyChoice: "Choose what is to be put on the agenda first.",
  chairMissing: "Nobody is named as the chair yet, so nobody can be asked.",
  noQuorum: "No quorum: {{needed}} lead units must be present, {{present}} are.",
  decidedWithoutQuorum_one: "{{count}} topic was decided without a quorum: {{titles}}. Decide it again.",
  decidedWithoutQuorum_other:
    "{{count}} topics were decided without a quorum: {{titles}}. Decide them again.",
  laterChanged:
    "All of these have just changed or been stated, and nothing was noted. Look at them one by one.",
  topicsMayBegin: "Topics may begin already; nothing needs to be allowed.",
  lookBackIncomplete: "The look-back is not complete: {{stated}} of {{total}} tasks have a statement.",
  topicsUnplaced_one:
    "The record holds {{count}} entry that is not on the agenda: {{titles}}. Add it to the agenda or take it off.",
  topicsUnplaced_other:
    "The record holds {{count}} entries that are not on the agenda: {{titles}}. Add them to the agenda or take them off.",
  recordDiffers_one:
    "The record and the agenda do not agree on {{count}} entry: {{titles}}. The record is being brought in line; please issue again in a moment.",
  recordDiffers_other:
    "The record and the agenda do not agree on {{count}} entries: {{titles}}. The record is being brought in line; please issue again in a moment.",
  deferredWhen:
    "Say to which day it is deferred: one after this meeting, such as “20 December” or “in two weeks”.",
  outcomesMissing_one: "{{count}} topic has no outcome yet: {{titles}}.",
  outcomesMissing_other: "{{count}} topics have no outcome yet: {{titles}}.",
  topicsReopened_one: "The resolutions of {{count}} topic were opened again and are not closed: {{titles}}.",
  topicsReopened_other:
    "The resolutions of {{count}} topics were opened again and are not closed: {{titles}}.",
  resolutionsIncomplete_one: "{{count}} resolution is not complete, under: {{titles}}.",
  resolutionsIncomplete_other: "{{count}} resolutions are not complete, under: {{titles}}.",
  amendmentOpen:
    "The minutes of this meeting are being amended. Issue the amended minutes or drop the amendment first.",
  noAmendment: "The minutes of this meeting are not being amended.",
  adoptedChanged_one:
    "{{count}} adopted resolution does not read as it was adopted, under: {{titles}}. Bring its words back; change it by a change note.",
  adoptedChanged_other:
    "{{count}} adopted resolutions do not read as they were adopted, under: {{titles}}. Bring their words back; change them by a change note.",
  signOffMissing:
    "The chair has not signed these minutes off, or they were changed since. Lay them before the chair first.",
  minutesIncomplete_one:
    "{{count}} thing is missing in the minutes. Mend it before they are laid before the chair.",
  minutesIncomplete_other:
    "{{count}} things are missing in the minutes. Mend them before they are laid before the chair.",
  beingWritten:
    "{{names}}: writing in the record or the minutes at this moment. Wait until they have finished, or press again to go on anyway.",
  nothingToSign: "Nothing waits to be signed off, or a newer text was laid before you. Load the page again.",
  wordingEdited:
    "The words of this topic were edited, so they were not drafted anew. Press again and confirm to replace them.",
  wordingLacksOutcome_one: "The wording of {{count}} topic does not say how it was decided: {{titles}}.",
  wordingLacksOutcome_other:
    "The wording of {{count}} topics does not say how they were decided: {{titles}}.",
  recordFrozen:
    "The minutes have been issued, or are just being issued: the record is frozen and cannot be changed. If something is wrong, propose a correction.",
  partClosed:
    "Part of this may not be changed by you now, and nothing was written: the resolutions of a decided topic are opened again first; the agenda and what the room is on are arranged by the chair.",
  recordNotStored:
    "The record cannot be saved at present; nothing of this was written. Please try again later.",
  recordUnsure:
    "This was written into the record, but the storage has not confirmed it. Please load the page again to see, and tell the administrator.",
  correctionUnreadable:
    "What was handed in cannot be read and was not kept. Please copy what you wrote and give it to the unit that called the meeting.",
  tooManyCorrections:
    "Too much was handed in at once. Please try again later, or ask the unit that called the meeting.",
  correctionDecided: "This proposed correction has been decided on already.",
  wordsHaveNoPlace:
    "The entry in which this was written is no longer in the record, so it cannot be put back. Copy the words to another place.",
  proposalDecided: "This proposal has been decided on already.",
  nothingProposed:
    "This says what the agenda says already, so nothing was proposed. Change what you want changed first.",
  alreadyInstalled: "A district is installed here already.",
  notAForm: "What was sent is not a form. Nothing was done. Go back and send it again.",
  formTooLarge:
    "What was sent is too large; at most {{megabytes}} MB. Nothing was saved. Go back, shorten it and send it again.",
  tooManyFields: "Too many entries were sent at once. Nothing was saved. Go back and send them in parts.",
  formUnreadable: "The form arrived incomplete or broken. Nothing was done. Go back and send it again.",
  unknownIntent:
    "The form does not say what is to be done. Nothing was done. Go back, reload the page and send it again.",
  foreignOrigin: "This request did not come from the platform's own pages. Nothing was done.",
  foreignHost:
    "This was sent to another address than this platform's, and was not accepted. Please come in by the platform's own address.",
  unknownAddress: "This address cannot be understood, and nothing was done.",
  unknownMethod: "This address does not take requests of this kind.",
  notStored:
    "The server's disk is full or does not work. What you entered was not saved and is still on this page. Tell the administrator, and send it again later.",
  signedOut: "Your sign-in has ended; nothing was saved. Sign in again.",
  wrongPassword: "The account or the password is not right.",
  tooManyAttempts:
    "Too many failed attempts. Try again in {{seconds}} seconds. On a device where you have signed in before, other people's attempts do not hold you up.",
  signInBusy: "Too many people are signing in at this moment. Try again in a few seconds.",
  calendarBusy: "This calendar is asked for too often. Try again later.",
  noPost: "This account holds no post at present. Ask the district consultation office.",
  passwordWeak:
    "This password is guessed too easily. Choose another: no common words, no runs or repetitions, not your own name or account.",
  wrongOwnPassword: "The present password is not right.",
  invitationOver:
    "This invitation link was used before, is too old or is incomplete. Ask the administrator for a new one.",
  ownAccount: "You cannot withdraw your own password.",
  planExists: "There is already a plan for this year.",
  planAdopted: "The plan of this year has been adopted already.",
  planNotAdopted: "The plan of this year has not been adopted, so no day of it can begin.",
  noRules:
    "No rules have been adopted yet. The consultation office drafts the first version, a district leader or the administrator adopts it.",
  hostOutOfTurn: "Other streets have not had their turn to host yet. Give a reason for the swap.",
  addedOutOfTurn:
    "The plan is adopted: a month that is added is hosted by the street whose turn it is. Ask for an approval afterwards if it must be another.",
  addedDayOff: "The plan is adopted: a month that is added needs a working day.",
  swapWindowOpen:
    "Collecting for {{month}} has begun, or it was cancelled: its host cannot be exchanged any more. Choose a month whose window has not opened, or cancel the day and plan another.",
  swapSameHost: "The same street hosts both months.",
  otherMonth: "A consultation day stays within its month. If it is not held this month, cancel it.",
  announcedAlready:
    "The agenda is published or units have been called, so this cannot simply be undone. Postpone it, or call another meeting.",
  problemsMovedOn: "Problems of its lists stand on the list of another day by now.",
  notLater: "The new day must be later than the planned one, and not in the past.",
  lawfulHoliday: "One of these days is a holiday by law and cannot be worked to make up.",
  dayOff: "Some days are not working days. Give a reason if they must be.",
  reasonNeeded: "This departs from the plan or the rules. Give a reason; it will be recorded as a deviation.",
  approverNeeded: "What departs from the plan or the rules is approved first. Please say by whom.",
  approverNotPossible:
    "This person cannot approve it: it must be a district leader or the chair of this meeting who holds that post now, and not yourself. Please choose another one.",
  ruleProposalOpen: "There is a proposal for the rules already; finish it or withdraw it first.",
  ruleProposalClosed: "This cannot be done with the proposal now; reload the page to see where it stands.",
  documentNumberNeeded: "Give the document number before it is proposed.",
  testDecided: "What is on record decides this test, or the rules do not have it any more.",
  rulesUnchanged: "It says what the rules in force say; there is nothing to propose.",
  feedbackUnanswered: "Reports about rules still without an answer: {{count}}. Answer each first.",
  ownRuleProposal: "You proposed these rules yourself; somebody else decides on them.",
  deviationWaiting: "The approval was asked for and has not been answered yet.",
  deviationAnswered: "This request was answered already, or another one took its place.",
  deviationLapsed: "This request has lapsed. Where it is still needed, please ask again.",
  notLookedAt: "Nobody but the unit itself has looked yet. Publish once the street has.",
  alreadyPublished: "This very text is already published.",
  topicAlreadySeen:
    "Somebody has looked at this matter and published it already; nothing was changed now. See what is public.",
  marksUndecided_one: "{{count}} mark is not decided: leave it out or let it stand.",
  marksUndecided_other: "{{count}} marks are not decided: leave each out or let it stand.",
  passageNotFound: "“{{words}}” does not stand in the text. Write it exactly as it stands there.",
  alreadyTakenDown: "The resident's words are taken down already.",
  notPublished: "Nothing is published about this task.",
  wrongTaskState: "The task cannot take this step as it stands. Look at its present state and try again.",
  dueNotLater: "The date asked for must be later than the present due date, and lie after today.",
  dueTooFar: "The date asked for is too far away: it exceeds what the rules let one extension add.",
  extensionNotGrantable:
    "The date asked for does not agree with the rules in force, so it can only be refused; the lead unit may ask again.",
  reviewNotAhead: "The review date must lie after today.",
  reviewTooFar: "The review date is too far away: the rules ask for an earlier one.",
  raisedAhead: "The day on which it was raised cannot lie after today.",
  wishPassed: "The day that is wished for cannot lie before today.",
  milestoneGone: "This milestone is already reached, or belongs to another task.",
  doerMayNotJudge:
    "You had a hand in doing this task, or hold a post in a unit that does it. Somebody else verifies it, strikes it off, decides its extension and publishes it.",
  witnessNeeded: "What a street did itself is verified before a witness. Please choose one.",
  witnessNotPossible:
    "This person cannot be the witness at present: it must be somebody of a unit that neither does nor verifies the task. Please choose another one.",
  notEscalated: "This task was not carried over too often, or is solved: no leader has to step in.",
  orderDayPast: "The day of the answer cannot lie in the past.",
  takenOverAlready: "A leader has taken this task over already.",
  orderAnswered: "This has been answered already, or asks for no answer.",
  saidNotHandled: "The lead unit has not reported it handled, so it cannot be called done.",
  saidNotVerified: "It is reported handled and not verified yet, so it cannot be called done.",
  saidSolved: "It has been verified as solved, so it can only be called done.",
  saidSuspended: "It is suspended, so it cannot be called on schedule.",
  saidBlocked: "It is reported blocked; until that is lifted it cannot be called on schedule.",
  saidOverdue: "It is overdue, so it cannot be called on schedule.",
  saidHandledLate: "It was reported handled after its due date, so it cannot be called on schedule.",
  saidMilestoneLate: "A milestone is past and was not reached, so it cannot be called on schedule.",
  listClosed:
    "The list has been submitted or its time is over, so it cannot be changed now. Ask the district office to return it.",
  listEmpty: "There is no problem on the list yet, so it cannot be submitted.",
  listIncomplete_one: "{{count}} problem is not complete: {{numbers}}. Complete it before submitting.",
  listIncomplete_other: "{{count}} problems are not complete: {{numbers}}. Complete them before submitting.",
  nothingChosen: "Choose at least one problem first.",
  listDecided:
    "Something on this list has already been decided. Take the decisions back before returning it.",
  opinionDate: "The day to answer by lies between today and the meeting on {{date}}.",
  unitNotCalled:
    "Only units that are called to the meeting, and have not declined, can be asked. Load the page again.",
  opinionSubmitted: "This unit has submitted its opinion; the request cannot be taken back any more.",
  opinionWithoutPosition:
    "Choose whether the unit agrees, agrees on conditions or does not agree, then submit. What you wrote stays on the page.",
  opinionWithoutTerms: "Say on which conditions the unit agrees, or why it does not, then submit.",
  resourceEnded: "This need or offer has ended, has expired or was taken back. Load the page again.",
  resourceKindDiffers: "It is of another kind than what is needed.",
  resourceDatesApart: "The days on which it can be had are not those on which it is needed.",
  resourceUsedUp: "Nothing is left of this offer.",
  resourceAmount: "Write an amount above zero: money as 120000 or 12万, anything else as a whole number.",
  resourceNotEnough: "That is more than is left of this offer. Take less.",
  resourcePromised:
    "Part of it is promised: its kind and measure stay, it cannot become less than that, and it cannot be declined. Take the promise back first.",
  resourceTakenBack: "This promise was taken back already.",
  lateNotNow: "Late problems are asked for, and answered, between the end of the window and the agenda.",
  lateAsked: "This problem was asked for already. If it was refused, put it on next month's list.",
  proposalAnswered: "This proposal has been answered or withdrawn. Load the page again.",
  lateAnswered: "This request has been answered or taken back. Load the page again.",
  listOpen: "The list was returned to you: put the problem on it and send it, there is no need to ask.",
  alreadyAccepted: "This list is accepted already.",
  listStillOpen: "This list can still be sent; there is no need to carry it over.",
  listSent:
    "This list was sent and cannot be carried over as a whole. What was deferred can be listed again one by one.",
  alreadyCarried: "This list was carried over already.",
  noListOpen: "The next window is not open yet; carry the list over when it is.",
  alreadyListed: "This problem is already on the list of {{number}}; it cannot stand on another one.",
  inWhistle: "This problem is dealt with by whistle {{number}}; give a reason to change the channel.",
  inForum: "This problem is discussed at forum {{number}}; give a reason to change the channel.",
  inOrder: "This problem is dealt with by hotline order {{number}}; give a reason to change the channel.",
  isSettled: "This problem is settled ({{number}}); give a reason to list it again.",
  carriesOthers: "Other problems have been merged into this one. Take those decisions back first.",
  answerNotOwed: "This answer has been noted already, or the refusal was taken back.",
  answerDayWrong: "The day of the answer lies between the refusal and today.",
  undoWindowOpen:
    "The window is open again. The decision can be taken back once it has closed and screening goes on.",
  undoOnAgenda:
    "The agenda has been begun and this problem is a topic on it: the decision stands. To leave it out, take it off the agenda with a reason.",
  undoOffAgenda:
    "Its topic has been taken off the agenda; the decision stays as a record. To hear it after all, put it back on the agenda.",
  undoNotOnAgenda:
    "The agenda has been begun: the decision stands. To hear it after all, add it to the agenda as another matter, or ask the street to list it next month.",
  undoInSession:
    "The day is being held: the decision stands. To put it off, record the outcome “deferred” in the room and say to which day.",
  undoConcluded:
    "The day has concluded on it: the decision stands. If the outcome is wrong, the minutes are to be corrected.",
  undoDayOver:
    "The day has been held: the decision stands. If it is to be looked at again, the street can list it next month.",
  undoDayCancelled:
    "The day was cancelled and its decisions bind nobody: the street can list the problem in another month.",
  fileUnreadable: "This file cannot be read. Use an XLSX or CSV file (UTF-8 or GB18030).",
  fileTooLarge: "The file is too large; at most {{megabytes}} MB.",
  tooManyRows: "There are too many rows; at most {{rows}} can be imported at once.",
  noColumns: "No column for the name or the words was found. Check the header, or say which column is which.",
  fileUnpacksTooLarge:
    "Unpacked, the file holds too much (at most {{megabytes}} MB), so it was not read. Divide it into several files, or save it anew.",
  fileTooLargeToMake:
    "Making this file took more than {{seconds}} seconds or too much memory and was stopped. Try again later; where there is much in it, filter first and download it in parts.",
  fileOfOtherKind:
    "“{{name}}” cannot be attached. Photos (JPG, PNG, WebP), PDF, and files of Word, Excel, PowerPoint and WPS can be; save anything else as a PDF first.",
  fileHeic:
    "“{{name}}” is a HEIC photo of an iPhone, which cannot be opened here. Choose “Most Compatible” under Settings, Camera, Formats and take it again, or save it as JPG first.",
  fileLocked: "“{{name}}” has a password, so it cannot be looked at. Take the password away first.",
  fileWithMacros:
    "“{{name}}” has macros and cannot be attached. Save it without them (such as .docx, .xlsx) or as a PDF first.",
  fileDamaged:
    "“{{name}}” cannot be opened; it may be damaged or cut short. Open it on your device to check, then upload it again.",
  imageTooLarge:
    "“{{name}}” has too many pixels (at most {{megapixels}} million). Make it smaller and upload it again.",
  fileTakesTooLongToTell:
    "Working on “{{name}}” took more than {{seconds}} seconds and was stopped. Make it smaller, or save it anew, and upload it again.",
  noFileChosen: "Choose a file first.",
  noLedgerWaiting: "No file waits to be taken over; upload one first.",
  noLedgerColumns:
    "No header of a ledger was found. The table needs columns such as “resolution” and “lead unit” (议定事项, 牵头单位).",
  nothingToTakeOver:
    "No row can be taken over: complete the rows below first, or all of them were taken over before.",
  takeoverUndone: "This takeover was undone already.",
  takeoverInUse:
    "Something has happened to {{count}} of these tasks since; the takeover can no longer be undone.",
  tooManyFiles:
    "At most {{most}} files can be attached, and there are {{count}}. Remove what is not needed, or join several into one PDF.",
  filesTooLarge:
    "Together the attachments would have more than {{megabytes}} MB, so nothing was saved. Remove what is not needed, or make them smaller.",
  fileTakesTooLong:
    "Reading this file took more than {{seconds}} seconds or too much memory and was stopped; nothing was imported. Delete empty rows and formats, save it anew and try again.",
  fileOtherFormat:
    "This file has the format {{format}}, which cannot be read as it is. Open the table itself in a spreadsheet program, save it as “.xlsx” and import that.",
  fileEncrypted: "This file has a password. Take the password away, save it as “.xlsx” and import that.",
  fileBeyondSheet:
    "The file has a row or column number that no spreadsheet has; it may be damaged. Open it in a spreadsheet program, copy the contents into a new file and import that.",
  sheetUnknown: "The file has no such sheet. Choose again.",
  sheetUndecided: "Several sheets of the file look like a list ({{sheets}}). Choose one.",
  columnUnknown: "The file has no column “{{column}}”.",
  headerUnknown: "The file has no such row. Say again in which row the header is.",
  wordsUndecided: "{{count}} rows have no resident's words. Decide first what becomes of them.",
  importRunning: "Another file is just being imported into this list. Wait until that is done.",
  wordsNotFound:
    "The words to erase were found nowhere in this problem. Copy them from the page and try again.",
  importTouched:
    "Something of this import was changed or submitted since, so it cannot be undone as a whole. Take problems off the list one by one.",
  tasksOpen: "{{number}} tasks of this meeting are neither solved nor struck off, so it cannot end.",
  postHeld: "Somebody holds this post on that day. They must leave it first.",
  postClosed: "This post is closed.",
  postStillHeld: "Somebody holds this post, stands in for it or will hold it; it cannot be closed.",
  substituteDays: "The last day cannot be before the first one, nor before today.",
  substituteTaken: "Somebody stands in for this post on these days already.",
  holdsPostAlready: "This person holds the post or stands in for it on these days already.",
  handoverIncomplete: "Of some open things nobody has said where they go. Say it of each of them first.",
  handoverWordMissing: "What goes to somebody needs a word about it.",
  unitNameTaken: "There is a unit of this name.",
  unitSlugTaken: "This name in addresses is taken.",
  unitCodeTaken: "This prefix is taken.",
  unitCodeNeeded: "A street needs the prefix of its problems' numbers.",
  unitParentNeeded: "Choose its street.",
  unitClosed: "This unit is closed.",
  unitHasOpenWork: "{{count}} things are still open; it cannot be closed.",
  mergeOtherKind: "It can only be merged into another unit of the same kind that is not closed.",
  recordBeingWritten:
    "A meeting it takes part in is being held or has its minutes written. Merge after they are issued.",
  listsDiffer:
    "The two units have lists for one day that do not stand alike (one sent, one not). Bring them in line first.",
  registerUnknown:
    "No header of the register was found in the file. Fill in the file that this page exports.",
  registerTooLong: "At most {{most}} rows at once.",
  registerRowsRefused: "{{count}} rows cannot be entered; bring the file again and look at them.",
  accountOfOther: "This account belongs to somebody of another name.",
  noSuchAccount: "There is no such account.",
  accountTaken: "This account is already in use.",
  dutyNumberTaken: "This list already has an item with that number.",
  noDutyColumns: "No header of a duty list was found. It needs a number and a matter at least.",
  noFileWaiting: "No file waits to be imported. Choose one again.",
  leftAlready: "They have left this post already.",
  leavesBeforeItBegan: "The last day cannot be before the first.",
  lastAdministrator: "This is the last administrator, who cannot leave.",
};
