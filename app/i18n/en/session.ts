export const session = {
  error: {
    minutes: "Enter whole minutes between 1 and 600",
    otherNeedsNote: "With “other”, say what was decided",
  },
};
