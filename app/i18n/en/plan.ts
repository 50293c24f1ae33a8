export const plan = {
  error: {
    number: "Enter a number",
    outOfRange: "This is outside what is possible",
    weightsNotWhole: "The three weights must add up to 1",
    coloursNotInOrder: "Blue must have at least as many days as yellow, yellow at least as many as red",
    notADay: "Enter a date",
    otherMonth: "This date lies in another month",
    closesBeforeItOpens: "The last day cannot be before the first",
    closesAfterTheDay: "The last day must be before the consultation day",
    monthTwice: "This month appears twice",
  },
};
