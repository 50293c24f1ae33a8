/** Entering and changing units and posts. */
export const registry = {
  addUnit: "Add a unit",
  addUnitLead: "Enter a unit that was set up. Afterwards give it posts and appoint people to them.",
  changeUnit: "Change the unit",
  changeUnitLead:
    "Minutes that were issued keep the name they were issued with; everywhere else the new name is used.",
  addPost: "Add a post",
  addPostLead:
    "A unit may have several posts of the same title and right, such as one for each of two officers.",
  changePost: "Change the post",
  closePost: "Close the post",
  closePostConsequence: "Nobody can be appointed to it any more. What was done in its name stays there.",
  postClosed: "This post is closed.",
  closed: "This unit is closed; the page is kept for reading.",
  merged: "Merged into it",
  vacant: "Vacant posts",
  form: {
    nameZh: "Full name in Chinese",
    nameEn: "Name in English",
    contactZh: "Where residents ask (Chinese)",
    contactEn: "Where residents ask (English)",
    parent: "Street",
    parentHint: "A community needs its street.",
    slug: "Name in addresses",
    slugHint: "Small letters, digits and hyphens; it stays as it is, for example wangjiachang",
    codeHint: "Streets need one: 2 to 5 capital letters. A change concerns new numbers only.",
    titleZh: "Title in Chinese",
    titleEn: "Title in English",
    add: "Add the unit",
    save: "Save",
  },
};
