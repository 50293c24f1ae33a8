/** How minutes are laid before the chair and signed off. */
export const signOff = {
  title: "Sign-off",
  standing: {
    none: "Not laid before the chair",
    proposed: "Waits for the chair",
    changed: "Changed since: lay it before the chair again",
    signed: "Signed off by the chair",
    outdated: "Changed after the sign-off: lay it before the chair again",
    returned: "Returned by the chair",
    takenBack: "Changed since: no longer before the chair",
  },
  demanded: "The rules ask for the chair's sign-off before the minutes are issued.",
  changed: "What was changed since",
  propose: "Lay before the chair",
  proposeAnyway: "Lay before the chair now",
  sign: "Sign off",
  signText:
    "You sign the whole text as it was laid before you. Any change takes the sign-off back. Your name, post and the date are printed in the minutes.",
  password: "Your password, once more",
  return: "Return",
  returnText: "What you write is changed, and the minutes are laid before you again.",
  words: "What is to be changed",
};
