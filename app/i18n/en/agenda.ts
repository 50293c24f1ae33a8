/** What an agenda needs before its meeting: time, approval, papers, and what waits for a place on it. */
export const agenda = {
  planned: {
    label: "Length in minutes",
    term: "Planned length",
    hint: "Left empty, it is {{count}} minutes by the rules.",
  },
  time: {
    clock: "{{from}}–{{until}}",
    left: "{{minutes}} minutes are left.",
    over: "That is {{minutes}} minutes too many.",
    late: "runs over",
    noStart: "Nobody has said yet when the meeting begins; the times of the entries follow from that.",
  },
  approval: {
    title: "The chair's approval",
    standing: {
      none: "not asked for",
      asked: "waits for the chair",
      askedOther: "changed since the chair was asked",
      approved: "approved",
      takenBack: "changed since it was approved: to be approved anew",
      returned: "returned to be changed",
    },
    askedAt: "Asked",
    late: "Later than the rules have it.",
    hash: "checksum of what was approved {{hash}}",
    ask: "Ask the chair to approve",
    approve: "Approve the agenda",
    return: "Return it",
    returnText: "The agenda goes back to whoever draws it up; what you write is shown on its page.",
    words: "What is to be changed",
    without: "The chair has not approved the agenda as it is now.",
  },
  error: {
    minutes: "Enter a whole number from 10 to 720",
  },
};
