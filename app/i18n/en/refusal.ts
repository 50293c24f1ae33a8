export const refusal = {
  notFound: "Not found.",
  notAllowed: "The post you act in does not have this right.",
  invalid: "Please check what you entered.",
  changedMeanwhile: "Somebody else has just changed this. Look at the new content and try again.",
  wrongStage: "The consultation day is not at a stage where this can be done.",
  wrongPassword: "The account or the password is not right.",
  tooManyAttempts: "Too many failed attempts. Try again in 15 minutes.",
  noPost: "This account holds no post at present. Ask the district consultation office.",
};
