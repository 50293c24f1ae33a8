export const common = {
  signIn: {
    title: "Sign in",
    lead: "For staff of the district, streets, departments and communities. Residents need no account to read what was decided.",
    account: "Account",
    password: "Password",
    submit: "Sign in",
  },
  nav: {
    plan: "Plan",
    day: "This month",
    meetings: "Meetings",
    problems: "Problems",
    tasks: "Tasks",
    published: "Published",
    units: "Units",
    accounts: "Accounts",
    ledger: "Ledger",
    desk: "My work",
  },
  errorPage: {
    title: "This page cannot be shown",
    "404": {
      title: "There is no such page",
      text: "The address may be wrong, or you may not see it. Check the address or start again from the home page.",
    },
    "401": {
      title: "Your sign-in has ended",
      text: "What you have just sent is not saved yet. Sign in in a new window, then reload this page: the browser asks whether to send it again, and it is saved once only.",
    },
    "403": {
      title: "This is not possible",
      text: "The post you act in does not have this right. Ask the district consultation office.",
    },
    "400": { title: "The request was not understood", text: "Go back and try again." },
    "409": {
      title: "This is not possible now",
      text: "Things have changed meanwhile. Go back, reload the page and try again.",
    },
    "413": {
      title: "Too much was sent",
      text: "Nothing was saved. Go back, shorten it and send it again.",
    },
    "500": {
      title: "Something went wrong",
      text: "The error has been recorded. Please try again later; what you saved is not lost.",
    },
  },
  error: {
    required: "Fill this in",
    tooLong: "This is too long",
    passageShort: "At least two characters each",
    tooManyPassages: "At most 20 passages",
    unreadable: "This cannot be understood; please enter it again",
    date: "Give a date such as 2026-11-20",
    month: "Enter a month, such as 2026-11",
    slug: "Use small letters, digits and single hyphens only",
    time: "Give a time such as 09:30",
  },
};
