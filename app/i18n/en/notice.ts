/** What people are told of, and why. */
export const notice = {
  title: "Notices",
  lead: "What has happened that concerns your post or your unit, newest first. What there is to do stands under My work.",
  none: "There are no notices yet",
  noneText:
    "You are told here when your unit is invited, a task is assigned or something asked for is decided.",
  unread: "unread",
  unreadCount_one: "{{count}} unread notice",
  unreadCount_other: "{{count}} unread notices",
  markRead: "Mark as read",
  markAllRead: "Mark all as read",
  gone: "{{what}}: this was taken back, or you may not see it at present.",
  kind: {
    invited: "Invitation",
    listReturned: "List returned",
    problemRefused: "Problem refused",
    taskAssigned: "Task assigned",
    extensionDecided: "Extension decided",
    taskOverdue: "Task overdue",
    taskEscalated: "Task escalated",
    correctionDecided: "Correction decided",
    proposalDecided: "Proposal for the agenda decided",
    wordsOverwritten: "Words overwritten",
    witnessNamed: "Named as witness",
    witnessDenied: "Witness denied",
    deviationAsked: "Deviation to approve",
    deviationAnswered: "Deviation answered",
    lateAnswered: "Late problem answered",
    substituteNamed: "Standing in",
    substituteEnded: "Standing in ended",
    postVacant: "Vacant post",
  },
  sentence: {
    substituteNamed: {
      substitute:
        "You stand in for {{title}} from {{from}} to {{until}}; choose that post at the top right to act in it",
      holder: "Somebody stands in for {{title}} from {{from}} to {{until}}",
      vacant:
        "{{title}} is vacant; you stand in from {{from}} until somebody is appointed. Choose that post at the top right to act in it",
    },
    substituteEnded: "Standing in for {{title}} was ended early",
    postVacant: "{{title}} is vacant, and nobody stands in",
    invited: "Your unit is invited to {{meeting}}",
    listReturned:
      "The problem list for {{meeting}} has been returned; please change what was asked and send it again",
    problemRefused: "Problem {{number}} was not admitted to {{meeting}}: {{title}}",
    taskAssigned: "Task {{number}} was assigned: {{title}}, due {{due}}",
    extensionDecided: {
      granted: "The extension of task {{number}} was granted: {{title}}, now due {{due}}",
      refused: "The extension of task {{number}} was refused: {{title}}, still due {{due}}",
    },
    taskOverdue: "Task {{number}} is overdue: {{title}}, due {{due}}",
    taskEscalated: "Task {{number}} has been escalated: {{title}}, carried over {{times}} times",
    correctionDecided: {
      adopted: "Your correction to the record of {{meeting}} was adopted",
      refused: "Your correction to the record of {{meeting}} was refused",
    },
    proposalDecided: {
      taken: "Your proposal for the agenda of {{meeting}} was taken",
      declined: "Your proposal for the agenda of {{meeting}} was declined",
    },
    wordsOverwritten:
      "Something that you wrote in the record of {{meeting}} was replaced by what somebody wrote at the same time; you can put it back",
    witnessNamed:
      "You were named as witness of the verification of task {{number}}: {{title}}. Please say whether you were there",
    witnessDenied:
      "The witness denied the verification of task {{number}}: {{title}}. It is to be verified again",
    deviationAsked: "You are asked to approve a deviation at {{meeting}}",
    deviationAnswered: {
      confirmed: "The deviation you asked for at {{meeting}} was approved: you can go on",
      refused: "The deviation you asked for at {{meeting}} was not approved",
    },
    lateAnswered: {
      granted: "Late problem {{number}} was taken and is screened for {{meeting}}: {{title}}",
      refused: "Late problem {{number}} was not taken; it can go on next month's list: {{title}}",
    },
  },
  why: {
    invited: "because your unit was invited",
    ownStreet: "because it is on your street's list",
    raised: "because your community raised it",
    lead: "because your unit leads",
    assists: "because your unit assists",
    territory: "because it lies in your street's territory",
    office: "because your unit oversees it",
    proposed: "because you proposed it",
    wrote: "because you wrote it",
    witness: "because you were named as witness",
    verifier: "because you verified it",
    approver: "because you were named to approve it",
    asker: "because you asked for it",
    substitute: "because you stand in",
    holder: "because it is your post",
  },
};
