export const saidDay = {
  hint: "20 Dec, next Friday",
  pick: "Choose from a calendar: {{field}}",
  unreadable: "No day was recognised. Write it like “20 December”, “next Friday” or “end of the month”.",
  off: "No working day: {{kind}}",
};
