import type { Knocker, World } from "../../builders/world";
import { meetingRoutes, pagesOfMeeting } from "./meetingRoutes";
import { problemRoutes } from "./problemRoutes";
import { resourceRoutes } from "./resourceRoutes";

/** What somebody meets at an address. */
export type Answer = "allowed" | "signIn" | "denied" | "hidden";

export type Rights = Partial<Record<Knocker | "others", Answer>>;

/** Who meets what at one route; visitors are sent to sign in unless told otherwise. */
export interface RouteEntry {
  /** The route file, where its module is reached under another address. */
  module?: string;
  params?: (world: World) => Record<string, string>;
  query?: string;
  loader?: Rights;
  /** By intent; `action` for a route with a single one. */
  acts?: Record<string, { form?: (world: World) => Record<string, string>; rights: Rights }>;
}

const everybody: Rights = { visitor: "allowed", others: "allowed" };
const officials: Rights = { others: "allowed" };
/** What is worked on is nothing of the administrator's. */
const readers: Rights = { admin: "hidden", others: "allowed" };
const office: Rights = { office: "allowed" };
const administrator: Rights = { admin: "allowed" };
const officeAndAdministrator: Rights = { admin: "allowed", office: "allowed", others: "hidden" };
const officeAndChair: Rights = { admin: "hidden", office: "allowed", leader: "allowed" };
const answerers: Rights = { ...officeAndChair, "dept-works": "allowed" };
const chair: Rights = { admin: "hidden", leader: "allowed" };
const writers: Rights = { ...officeAndChair, "street-east": "allowed", "dept-works": "allowed" };
/** A thing of street east that works leads: the district sees it, and these. */
const seen: Rights = {
  office: "denied",
  leader: "denied",
  "street-east": "denied",
  "community-east": "denied",
  "dept-works": "denied",
  others: "hidden",
};
const taskReaders = Object.fromEntries(
  Object.entries(seen).map(([who, answer]) => [who, answer === "denied" ? "allowed" : answer]),
) as Rights;
const lead: Rights = { ...seen, "dept-works": "allowed" };
const street: Rights = { ...seen, "street-east": "allowed" };
/** Whose file it is, and who may remove any. */
const tending: Rights = { ...seen, "dept-works": "allowed", office: "allowed" };
const officeOfTask: Rights = { ...seen, office: "allowed" };

const issued = (world: World) => ({ month: world.months.issued });
const issuedMeeting = (world: World) => ({ meeting: world.months.issued });
const meetingInSession = (world: World) => ({ meeting: world.months.inSession });
const collecting = (world: World) => ({ month: world.months.collecting });
const task = (world: World) => ({ number: world.taskNumber });
const topic = (world: World) => ({ topicId: world.topicId });
const invitation = (world: World) => ({ attendanceId: world.attendanceId });
const holding = (world: World) => ({ holdingId: world.holdingId });
const officePost = (world: World) => ({ postId: world.officePostId });
const title = { titleZh: "经办人", titleEn: "Officer" };
const unitValues = { nameZh: "园林局", nameEn: "Parks", shortZh: "园林" };
/** The rules proposed by the office: who drafts them, and who adopts them. */
const ruleDrafters: Rights = { admin: "denied", office: "allowed", leader: "denied", others: "hidden" };
const ruleAdopters: Rights = { admin: "allowed", office: "denied", leader: "allowed", others: "hidden" };
const keepers: Rights = { admin: "allowed", office: "allowed" };
const account = (world: World) => ({ personId: world.district.actors.office!.personId });
const approval = () => ({ sha256: "0".repeat(64) });
const reason = () => ({ reason: "另有安排" });
const words = () => ({ text: "已到现场", evidence: "照片两张" });
const aFile = ({ file }: World) => ({ fileId: file.id });
const fileVersion = (world: World) => ({ ...aFile(world), version: "1" });
const duty = { list: "basic", matter: "巡查小区道路", problemClass: "publicFacilities" };
const nextYear = () => String(new Date().getFullYear() + 1);

const correction = (world: World) => ({ proposalId: world.correctionId, version: "1" });
const overwritten = ({ wordsId }: World) => ({ wordsId });
const settlers: Rights = { ...officeAndChair, "dept-works": "allowed" };
const reserved = ({ reservationId }: World) => ({ reservationId });
/** A reservation of unit works, which is there and enters it itself. */
const reserving: Rights = { admin: "hidden", "dept-works": "allowed" };
const ofWorks: Rights = { "dept-works": "allowed", others: "hidden" };
const opinionWords = () => ({ position: "agree", text: "无意见", version: "1" });
const visitInSession = (world: World) => ({ ...meetingInSession(world), visit: world.visitId });
const visitWords = () => ({ kind: "visit", title: "北门", date: "2026-11-02" });
const member = (world: World) => ({ postId: world.district.actors["street-west"]!.postId });
const inGroup = (world: World) => ({ postId: world.district.actors["dept-works"]!.postId });
const researchers: Rights = { ...officeAndChair, "dept-works": "allowed" };
const agendaProposal = ({ proposal }: World) => proposal;
/** The agenda is the moderator's: the others who write in the record propose. */
const proposers: Rights = { admin: "hidden", "street-east": "allowed", "dept-works": "allowed" };
const proposal: Rights = { ...officeAndChair, "dept-works": "allowed", others: "hidden" };
const decision: Rights = { ...officeAndChair, "dept-works": "denied", others: "hidden" };

/** What residents read is the office's to decide; who is not at the meeting finds nothing to decide about. */
const publishing: Rights = {
  office: "allowed",
  ...{ admin: "hidden", "community-east": "hidden", "community-west": "hidden" },
};
const publicTopic = (world: World) => ({ topicId: world.publicTopicId, version: "1" });

/** The pages that every meeting has, at a consultation day. */
const dayPages: Record<string, RouteEntry> = {
  "desk.days.$meeting.agenda": {
    params: meetingInSession,
    loader: readers,
    acts: {
      start: { form: reason, rights: officeAndChair },
      // Order and words are in the live record: whoever writes there may change them.
      move: { form: (world) => ({ ...topic(world), to: "up" }), rights: writers },
      change: { form: (world) => ({ ...topic(world), title: "路灯" }), rights: writers },
      propose: { form: (world) => ({ ...topic(world), title: "路灯" }), rights: proposers },
      takeProposal: { form: agendaProposal, rights: officeAndChair },
      declineProposal: { form: agendaProposal, rights: officeAndChair },
      add: { form: () => ({ kind: "siteVisit", title: "察看" }), rights: officeAndChair },
      takeOff: { form: (world) => ({ ...topic(world), ...reason() }), rights: officeAndChair },
      putBack: { form: topic, rights: officeAndChair },
      remind: { rights: officeAndChair },
      askApproval: { rights: officeAndChair },
      approve: { form: approval, rights: chair },
      returnAgenda: { form: () => ({ ...approval(), words: "请调整顺序" }), rights: chair },
      publish: { form: reason, rights: officeAndChair },
      invite: {
        form: (world) => ({ unitId: world.district.units.water!, invitation: "assist" }),
        rights: officeAndChair,
      },
      inviteProposed: {
        form: (world) => ({
          "proposed[0].unitId": world.district.units.water!,
          "proposed[0].invitation": "assist",
        }),
        rights: officeAndChair,
      },
      withdrawInvitation: { form: invitation, rights: officeAndChair },
      open: { form: reason, rights: officeAndChair },
    },
  },
  "desk.days.$meeting.reply": {
    params: meetingInSession,
    // Whoever is not called answers nothing; those who hold the day answer for others.
    loader: { "dept-works": "allowed", others: "hidden" },
    acts: {
      reply: {
        form: (world) => ({ ...invitation(world), "people[0].personName": "周到" }),
        rights: answerers,
      },
      decline: { form: (world) => ({ ...invitation(world), ...reason() }), rights: answerers },
    },
  },
  "desk.days.$meeting.papers.notice": { params: meetingInSession, loader: readers },
  "desk.days.$meeting.papers.notice[.]docx": { params: meetingInSession, loader: readers },
  "desk.days.$meeting.papers.sign-in": { params: meetingInSession, loader: officeAndChair },
  "desk.days.$meeting.papers.cards": { params: meetingInSession, loader: officeAndChair },
  "desk.days.$meeting.papers.division": { params: meetingInSession, loader: readers },
  "desk.days.$meeting.meeting[.]ics": { params: meetingInSession, loader: readers },
  "desk.days.$meeting.papers.plan": { params: meetingInSession, loader: readers },
  "desk.days.$meeting.papers.plan[.]docx": { params: meetingInSession, loader: readers },
  "desk.days.$meeting.archive[.]zip": { params: meetingInSession, loader: officeAndChair },
  "desk.days.$meeting.opinions._index": {
    params: meetingInSession,
    loader: readers,
    acts: {
      ask: {
        form: (world) => ({ ...topic(world), unitId: world.district.units.works!, dueOn: "2099-01-05" }),
        rights: officeAndChair,
      },
      takeBack: { form: ({ opinionId }) => ({ opinionId }), rights: officeAndChair },
    },
  },
  // Until it is submitted, only the unit that writes it knows what it says.
  "desk.days.$meeting.opinions.$opinion": {
    params: (world) => ({ ...meetingInSession(world), opinion: world.opinionId }),
    loader: ofWorks,
    acts: {
      save: { form: opinionWords, rights: ofWorks },
      submit: { form: opinionWords, rights: ofWorks },
    },
  },
  // Who holds the meeting says who is in the group; the group writes; the others read.
  "desk.days.$meeting.research._index": {
    params: meetingInSession,
    loader: readers,
    acts: {
      brief: { form: () => ({ brief: "查清权属", version: "0" }), rights: officeAndChair },
      setMember: { form: member, rights: officeAndChair },
      removeMember: { form: inGroup, rights: officeAndChair },
      addVisit: { form: visitWords, rights: researchers },
    },
  },
  "desk.days.$meeting.research.$visit": {
    params: visitInSession,
    loader: readers,
    acts: {
      addEntry: { form: () => ({ text: "已看现场" }), rights: researchers },
      editEntry: {
        form: ({ entryId }) => ({ entryId, text: "已看现场", version: "1" }),
        rights: researchers,
      },
      editVisit: { form: () => ({ ...visitWords(), version: "1" }), rights: researchers },
    },
  },
  "desk.days.$meeting.research.$visit_.add": {
    params: visitInSession,
    acts: { action: { form: () => ({ text: "已看现场" }), rights: researchers } },
  },
  "desk.days.$meeting.room": {
    params: meetingInSession,
    loader: readers,
    acts: {
      recordOutcome: {
        form: (world) => ({ ...topic(world), outcome: "passed" }),
        rights: officeAndChair,
      },
      reopenTopic: {
        form: (world) => ({ ...topic(world), reason: "日期写错" }),
        rights: officeAndChair,
      },
      closeTopic: { form: topic, rights: officeAndChair },
      reserve: {
        form: (world) => ({
          ...topic(world),
          ...{ unitId: world.district.units.works!, words: "经费来源未落实，保留意见" },
        }),
        rights: reserving,
      },
      withdrawReservation: { form: reserved, rights: reserving },
      readReservation: { form: reserved, rights: officeAndChair },
      // Whose words they are, and those who hold the meeting.
      putWordsBack: { form: overwritten, rights: settlers },
      letWordsGo: { form: overwritten, rights: settlers },
    },
  },
  "desk.days.$meeting.mentions": { params: meetingInSession, query: "?words=a", loader: readers },
  "desk.days.$meeting.slip-help": {
    params: meetingInSession,
    query: `?${new URLSearchParams({ topic: "topic", title: "路灯", words: "更换路灯" })}`,
    loader: readers,
  },
  "desk.days.$meeting.materials": { params: meetingInSession, loader: readers },
  "desk_.days.$meeting.screen": { params: meetingInSession, loader: readers },
  "desk.days.$meeting.rollcall": {
    params: meetingInSession,
    loader: readers,
    acts: {
      call: {
        form: (world) => ({ ...invitation(world), state: "present", personName: "周到" }),
        rights: officeAndChair,
      },
      add: {
        form: (world) => ({ unitId: world.district.units.water!, personName: "江水", state: "sittingIn" }),
        rights: officeAndChair,
      },
      open: { form: reason, rights: officeAndChair },
    },
  },
  "desk.days.$meeting.minutes": {
    params: meetingInSession,
    loader: readers,
    acts: {
      close: { rights: officeAndChair },
      reopen: { form: reason, rights: officeAndChair },
      issue: { rights: officeAndChair },
      propose: { rights: officeAndChair },
      sign: { form: () => ({ ...approval(), password: "three words and more" }), rights: chair },
      returnMinutes: { form: () => ({ ...approval(), words: "写明资金渠道" }), rights: chair },
      amend: { form: reason, rights: officeAndChair },
      drop: { form: reason, rights: officeAndChair },
    },
  },
  // Somebody's own proposals are theirs and the office's; for everybody else there is nothing here.
  "desk.days.$meeting.corrections": {
    params: meetingInSession,
    loader: proposal,
    acts: {
      adopt: { form: correction, rights: decision },
      refuse: { form: (world) => ({ ...correction(world), ...reason() }), rights: decision },
    },
  },
  "desk.days.$meeting.history._index": {
    params: meetingInSession,
    loader: readers,
    acts: {
      keep: { form: () => ({ note: "定稿前" }), rights: officeAndChair },
      // Whoever writes in the record may bring wording back.
      restore: {
        form: ({ versionId, topicId }) => ({ versionId, seen: `notes/${topicId}:${"0".repeat(16)}` }),
        rights: writers,
      },
      putWordsBack: { form: overwritten, rights: settlers },
      letWordsGo: { form: overwritten, rights: settlers },
    },
  },
  "desk.days.$meeting.history.writers": { params: meetingInSession, loader: readers },
  "desk.days.$meeting.corrections_.hand-in": {
    params: meetingInSession,
    acts: { action: { form: () => ({ epoch: "1", edits: "AAA=" }), rights: readers } },
  },
  "desk.days.$meeting.minutes_.edit": {
    params: issuedMeeting,
    loader: readers,
    acts: { draft: { rights: officeAndChair } },
  },
  "desk.days.$meeting.minutes[.]docx": { params: issuedMeeting, loader: readers },
  "desk.days.$meeting.minutes[.]json": { params: issuedMeeting, loader: readers },
  "desk.days.$meeting.publish": {
    params: issuedMeeting,
    loader: { ...readers, "community-east": "hidden", "community-west": "hidden" },
    acts: {
      publish: { form: publicTopic, rights: publishing },
      publishClear: {
        form: (world) => ({ "topics[0].topicId": world.publicTopicId, "topics[0].version": "1" }),
        rights: publishing,
      },
      shorten: {
        form: (world) => ({ ...publicTopic(world), ...reason(), passages: "路面" }),
        rights: publishing,
      },
      takeDown: { form: (world) => ({ ...publicTopic(world), ...reason() }), rights: publishing },
      putBack: {
        form: (world) => ({ ...publicTopic(world), ...reason(), leftOutId: "none", start: "0" }),
        rights: publishing,
      },
    },
  },
  "desk.days.$meeting.look-back": {
    params: meetingInSession,
    loader: readers,
    acts: {
      state: {
        form: (world) => ({ number: world.taskNumber, statement: "onTrack", text: "按期推进" }),
        rights: officeAndChair,
      },
      note: { form: (world) => ({ seen: `${world.taskNumber}/1` }), rights: officeAndChair },
      // Whoever sees the task may ask that it be called by itself.
      call: { form: (world) => ({ number: world.taskNumber }), rights: taskReaders },
      begin: { form: reason, rights: chair },
    },
  },
};

/** Every route with the right answer for everybody, written out by hand. */
export const routeTable: Record<string, RouteEntry> = {
  $: { loader: { visitor: "hidden", others: "hidden" } },
  _index: { loader: everybody },
  "days._index": { loader: everybody },
  "days.$month": { params: issued, loader: everybody },
  "streets._index": { loader: everybody },
  "streets.$slug": { params: () => ({ slug: "east" }), loader: everybody },
  // Nothing of the draft's matter is public.
  "matters.$number": {
    params: (world) => ({ number: world.draft.problemNumber }),
    loader: { visitor: "hidden", others: "hidden" },
  },
  search: { loader: everybody },
  "help._index": { loader: everybody },
  "help.$chapter": { params: () => ({ chapter: "street" }), loader: everybody },
  "help.all": { loader: everybody },
  "sign-in": {
    // Who is signed in already is sent on.
    loader: everybody,
    acts: { action: { form: () => ({ account: "nobody", password: "x" }), rights: everybody } },
  },
  // Without a code there is nothing to do.
  invitation: {
    loader: everybody,
    acts: {
      action: {
        form: () => ({ code: "none", password: "long enough to pass", repeat: "long enough to pass" }),
        rights: everybody,
      },
    },
  },
  // Without a key there is nothing, whoever asks.
  "calendar[.]ics": { loader: { visitor: "hidden", others: "hidden" } },
  "sign-out": { acts: { action: { rights: officials } } },
  desk: { loader: officials },
  "desk.help._index": { loader: officials },
  "desk.help.$chapter": { params: () => ({ chapter: "street" }), loader: officials },
  "desk.help.all": { loader: officials },
  "desk._index": { loader: officials },
  "desk.notices": {
    loader: officials,
    acts: {
      // Somebody else's notice does not exist.
      read: {
        form: (world) => ({ id: world.noticeId }),
        rights: { "dept-works": "allowed", others: "hidden" },
      },
      readAll: { form: (world) => ({ until: world.noticeId }), rights: officials },
    },
  },
  "desk.outbox": {
    loader: officeAndAdministrator,
    acts: {
      retry: { form: (world) => ({ sequence: world.deadStep }), rights: officeAndAdministrator },
      drop: { form: (world) => ({ sequence: world.deadStep }), rights: officeAndAdministrator },
    },
  },
  "desk.account": {
    loader: officials,
    acts: {
      changePassword: {
        form: () => ({ current: "x", password: "long enough to pass", repeat: "long enough to pass" }),
        rights: officials,
      },
      // Somebody else's sign-in does not exist.
      endSignIn: {
        form: () => ({ id: "sign-in of office" }),
        rights: { office: "allowed", others: "hidden" },
      },
      makeFeed: { form: () => ({ language: "zh-CN" }), rights: officials },
      // There is none yet.
      endFeed: { rights: { others: "hidden" } },
      endOthers: { rights: officials },
    },
  },
  "desk.accounts._index": { loader: { admin: "allowed", others: "hidden" } },
  "desk.accounts.$person": {
    params: (world) => ({ person: world.district.actors.office!.personId }),
    loader: { admin: "allowed", others: "hidden" },
    acts: {
      invite: { form: account, rights: administrator },
      withdrawPassword: { form: account, rights: administrator },
    },
  },
  "desk.post": {
    acts: {
      action: {
        form: (world) => ({ post: world.officePostId }),
        rights: { office: "allowed", others: "hidden" },
      },
    },
  },

  "desk.plan._index": { loader: officials },
  "desk.plan.$year.plan[.]xlsx": { params: () => ({ year: nextYear() }), loader: officials },
  "desk.plan.$year._index": {
    params: () => ({ year: nextYear() }),
    loader: officials,
    acts: { adopt: { form: () => ({ year: nextYear(), documentNumber: "一号" }), rights: office } },
  },
  "desk.plan.blocked": {
    loader: { office: "allowed", leader: "allowed", others: "hidden" },
    acts: {
      block: {
        form: ({ district }) => ({
          postId: district.actors.leader!.postId,
          ...{ fromDay: `${nextYear()}-03-01`, toDay: `${nextYear()}-03-05` },
        }),
        rights: { office: "allowed", leader: "allowed", others: "hidden" },
      },
      unblock: {
        form: () => ({ id: "none" }),
        rights: { others: "hidden" },
      },
    },
  },
  "desk.takeover": {
    loader: office,
    acts: {
      upload: { rights: office },
      choose: { rights: office },
      take: { rights: office },
      drop: { rights: office },
      // Nothing of this name was taken over.
      undo: { form: () => ({ takeoverId: "none" }), rights: { office: "hidden" } },
    },
  },
  "desk.plan.$year.calendar": {
    params: () => ({ year: nextYear() }),
    loader: officials,
    acts: {
      declare: {
        form: () => ({
          ...{ kind: "holiday", holiday: "national", documentNumber: "一号" },
          ...{ fromDay: `${nextYear()}-10-04`, toDay: `${nextYear()}-10-07` },
        }),
        rights: office,
      },
      undeclare: {
        form: () => ({ fromDay: `${nextYear()}-10-04`, toDay: `${nextYear()}-10-07` }),
        // Nothing was entered that could be taken back.
        rights: { office: "hidden" },
      },
    },
  },
  "desk.plan.$year.new": {
    params: () => ({ year: nextYear() }),
    loader: office,
    acts: { action: { form: yearOfOneDay, rights: office } },
  },
  "desk.ledger": {
    loader: {
      ...{ admin: "allowed", office: "allowed", leader: "allowed", others: "hidden" },
      // What is a street's own alone is its to read.
      ...{ "street-east": "allowed", "street-west": "allowed" },
    },
  },
  "desk.rules._index": {
    loader: officials,
    acts: {
      begin: { form: () => ({ title: "修订稿" }), rights: office },
      report: { form: () => ({ rule: "window.cutOffDay", text: "截止太早" }), rights: officials },
    },
  },
  // The office has proposed it to those who adopt it.
  "desk.rules.proposal": {
    loader: { admin: "allowed", office: "allowed", leader: "allowed", others: "hidden" },
    acts: {
      head: {
        form: ({ rules }) => ({ ...rules, title: "二版", documentNumber: "一号" }),
        rights: ruleDrafters,
      },
      numbers: { form: ({ rules }) => ({ ...rules }), rights: ruleDrafters },
      list: {
        form: ({ rules }) => ({
          ...{ ...rules, list: "classes" },
          ...{ "entries[0].code": "other", "entries[0].zh": "其他", "entries[0].en": "Other" },
        }),
        rights: ruleDrafters,
      },
      answers: { form: ({ rules }) => ({ ...rules }), rights: ruleDrafters },
      submit: { form: ({ rules }) => ({ ...rules }), rights: ruleDrafters },
      withdraw: { form: ({ rules }) => ({ ...rules }), rights: ruleDrafters },
      adopt: { form: ({ rules }) => ({ ...rules }), rights: ruleAdopters },
      refuse: { form: ({ rules }) => ({ ...rules, answer: "再议" }), rights: ruleAdopters },
    },
  },
  "desk.deviations.$id": {
    // Nothing was asked for here.
    params: () => ({ id: "none" }),
    loader: { visitor: "signIn", others: "hidden" },
    acts: { action: { form: () => ({ decision: "confirmed" }), rights: { others: "hidden" } } },
  },
  "desk.days._index": { loader: officials },
  "desk.published": { loader: { ...readers, "community-east": "hidden", "community-west": "hidden" } },
  "desk.days.$month._index": {
    params: collecting,
    loader: officials,
    acts: {
      openWindow: { form: reason, rights: office },
      closeWindow: { form: reason, rights: office },
      reopenWindow: { form: reason, rights: office },
      followUp: { rights: office },
      postpone: { form: ({ months }) => ({ ...reason(), date: `${months.collecting}-28` }), rights: office },
      undoPostpone: { rights: office },
      cancel: { form: reason, rights: office },
      restore: { rights: office },
    },
  },
  "desk.days.$month.swap": {
    params: () => ({ month: `${nextYear()}-06` }),
    loader: office,
    acts: {
      action: {
        form: () => ({ ...reason(), withMonth: `${nextYear()}-06` }),
        rights: office,
      },
    },
  },
  "desk.days.$month.plan": {
    params: collecting,
    loader: office,
    acts: {
      change: { form: dayOfPlan, rights: office },
      place: { form: () => ({ startsAt: "09:30", place: "礼堂", version: "1" }), rights: office },
    },
  },

  ...dayPages,
  ...pagesOfMeeting(dayPages),
  ...meetingRoutes,

  ...problemRoutes,
  ...resourceRoutes,

  "desk.tasks._index": { loader: officials },
  "desk.tasks[.]xlsx": { loader: officials },
  "desk.tasks.$number._index": {
    params: task,
    loader: taskReaders,
    acts: {
      acknowledge: { form: words, rights: lead },
      progress: { form: words, rights: lead },
      finishMilestone: { form: () => ({ milestoneId: "none" }), rights: lead },
      claimHandled: { form: words, rights: lead },
      askExtension: { form: () => ({ ...words(), toDate: `${nextYear()}-12-01` }), rights: lead },
      block: { form: words, rights: lead },
      unblock: { form: words, rights: lead },
      verifySolved: { form: words, rights: street },
      sendToRework: { form: words, rights: street },
      decideExtension: { form: () => ({ ...words(), decision: "granted" }), rights: officeOfTask },
      order: { form: () => ({ kind: "takeOver", text: "由我牵头" }), rights: { ...seen, leader: "allowed" } },
      answerOrder: { form: () => ({ orderId: "none", text: "已受理" }), rights: lead },
      suspend: { form: () => ({ ...words(), reviewOn: `${nextYear()}-03-01` }), rights: officeOfTask },
      resume: { form: words, rights: officeOfTask },
      strikeOff: { form: words, rights: officeOfTask },
      // Nobody was named as witness of this one.
      confirmWitness: { form: words, rights: seen },
      denyWitness: { form: words, rights: seen },
    },
  },
  "desk.tasks.$number.publish": {
    params: task,
    loader: { ...seen, office: "allowed" },
    acts: {
      publish: { form: () => ({ text: "路灯修好了" }), rights: officeOfTask },
      withdraw: { form: reason, rights: officeOfTask },
    },
  },

  "desk.files.$file.$form": {
    params: ({ file }) => ({ file: file.id, form: "content" }),
    loader: taskReaders,
  },
  "desk.attached.$kind.$subject": {
    params: ({ file }) => ({ kind: file.kind, subject: file.subjectId }),
    loader: taskReaders,
    acts: {
      add: { rights: lead },
      caption: { form: (world) => ({ ...fileVersion(world), caption: "路灯" }), rights: tending },
      move: { form: (world) => ({ ...aFile(world), to: "up" }), rights: tending },
      remove: { form: (world) => ({ ...aFile(world), ...reason() }), rights: tending },
    },
  },
  "desk.attached.$kind.$subject_.add": {
    params: ({ file }) => ({ kind: file.kind, subject: file.subjectId }),
    acts: { action: { rights: lead } },
  },

  "desk.units._index": { loader: officials },
  "desk.duties._index": { loader: officials },
  "desk.duties[.]xlsx": { loader: officials },
  "desk.duties.proposals": { query: "?title=a", loader: officials },
  "desk.duties.new": {
    loader: office,
    acts: { save: { form: () => ({ ...duty, number: "9001" }), rights: office } },
  },
  "desk.duties.import": {
    loader: office,
    acts: {
      upload: { rights: office },
      import: { rights: office },
      drop: { rights: office },
    },
  },
  "desk.duties.$ref": {
    params: () => ({ ref: "district-1" }),
    loader: officials,
    acts: {
      save: {
        form: ({ district: { units } }) => ({ ...duty, list: "district", number: "1", unitId: units.works! }),
        rights: office,
      },
      end: { rights: office },
    },
  },
  "desk.units.duties": { loader: officials },
  "desk.units.units[.]xlsx": { loader: officials },
  "desk.units.$slug._index": { params: () => ({ slug: "east" }), loader: officials },
  "desk.units.$slug.posts.$post": {
    params: (world) => ({ slug: "office", post: world.officePostId }),
    loader: officials,
    acts: {
      appoint: {
        form: (world) => ({ postId: world.officePostId, account: "office", fromDay: "2026-01-01" }),
        rights: administrator,
      },
      newcomer: {
        form: (world) => ({
          postId: world.officePostId,
          account: "newcomer",
          name: "新来",
          fromDay: "2026-01-01",
        }),
        rights: administrator,
      },
      change: { form: (world) => ({ ...officePost(world), version: "1", ...title }), rights: administrator },
      closePost: { form: officePost, rights: administrator },
      substitute: {
        form: (world) => ({
          ...officePost(world),
          ...{ account: "dept-works", fromDay: "2026-01-01", toDay: "2199-01-01" },
        }),
        rights: administrator,
      },
      endSubstitute: { form: holding, rights: { admin: "hidden" } },
    },
  },
  "desk.units[.]xlsx": { loader: { admin: "allowed", others: "hidden" } },
  "desk.units.import": {
    loader: { admin: "allowed", others: "hidden" },
    acts: {
      preview: { rights: administrator },
      import: { form: () => ({ rows: "[]" }), rights: administrator },
    },
  },
  "desk.units.new": {
    loader: officeAndAdministrator,
    acts: { action: { form: () => ({ ...unitValues, kind: "department", slug: "parks" }), rights: keepers } },
  },
  "desk.units.$slug.change": {
    params: () => ({ slug: "works" }),
    loader: officeAndAdministrator,
    acts: { action: { form: () => ({ ...unitValues, slug: "works", version: "1" }), rights: keepers } },
  },
  "desk.units.$slug.map": {
    params: () => ({ slug: "east" }),
    loader: officials,
    acts: {
      place: {
        form: () => ({ community: "east-lane", version: "0", x: "20", y: "20", width: "400", height: "300" }),
        rights: { admin: "allowed", office: "allowed", "street-east": "allowed" },
      },
      // Nobody has arranged it.
      reset: { rights: { admin: "hidden", office: "hidden", "street-east": "hidden" } },
    },
  },
  "desk.units.$slug.close": {
    params: () => ({ slug: "works" }),
    loader: officeAndAdministrator,
    acts: {
      merge: { form: () => ({ slug: "works", into: "water" }), rights: keepers },
      close: { form: () => ({ slug: "works" }), rights: keepers },
    },
  },
  "desk.units.$slug.posts.new": {
    params: () => ({ slug: "works" }),
    loader: { admin: "allowed", others: "hidden" },
    acts: {
      action: { form: () => ({ unit: "works", role: "department", ...title }), rights: administrator },
    },
  },
  // Street west's officer holds the post: the unit and the district read what they hand over, nobody else.
  "desk.handover.$holding": {
    params: (world) => ({ holding: world.holdingId }),
    loader: {
      ...{ admin: "allowed", office: "allowed", leader: "allowed", "street-west": "allowed" },
      others: "hidden",
    },
    acts: {
      say: {
        form: (world) => ({ ...holding(world), "items[0].key": "task-none", "items[0].to": "stays" }),
        rights: { admin: "allowed", "street-west": "allowed" },
      },
      restStays: { form: holding, rights: { admin: "allowed", "street-west": "allowed" } },
      confirm: { form: holding, rights: { others: "hidden" } },
      leave: {
        form: (world) => ({ ...holding(world), toDay: "2026-11-01", handover: "已交接全部材料" }),
        rights: administrator,
      },
    },
  },
};

function yearOfOneDay(world: World): Record<string, string> {
  const day = { ...dayOfPlan(world), month: `${nextYear()}-03`, date: `${nextYear()}-03-22` };
  return Object.fromEntries(
    Object.entries({ ...day, windowOpensOn: `${nextYear()}-02-01`, windowClosesOn: `${nextYear()}-02-20` })
      .map(([field, value]) => [`days[0].${field}`, value])
      .concat([["year", nextYear()]]),
  );
}

function dayOfPlan(world: World): Record<string, string> {
  const month = world.months.collecting;
  return {
    month,
    date: `${month}-22`,
    hostStreetId: world.district.units.east!,
    chairPostId: world.district.actors.leader!.postId,
    windowOpensOn: `${month}-01`,
    windowClosesOn: `${month}-10`,
    reason: "另有安排",
  };
}
