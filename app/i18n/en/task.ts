export const task = {
  error: {
    day: "Give a date",
    sayWhy: "Say what holds it up and what comes next",
  },
};
