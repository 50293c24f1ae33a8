/** The pages of the handbook; its chapters are in app/handbook/chapters. */
export const handbook = {
  title: "Handbook",
  lead: "How each thing is done, and what to do when something goes wrong.",
  chapters: "All chapters",
  contents: "In this chapter",
  own: "(your post)",
  whole: "The whole book",
  wholeText: "Your browser’s “Print” prints the whole book, each chapter on a new page.",
  group: { everybody: "For everybody", posts: "By post", running: "Running the server" },
  printChapter: "Print this chapter",
  printWhole: "Print the whole book",
  firstTime: "First time here? Read the handbook",
};
