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
  error: {
    minutes: "Enter a whole number from 10 to 720",
  },
};
