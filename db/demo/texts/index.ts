export { remarks } from "./attendance";
export { decisions } from "./decisions";
export { departments } from "./departments";
export { duties } from "./duties";
export { formerHoldings, posts } from "./people";
export { problems, similarPairs } from "./problems";
export { refusals } from "./refusals";
export type * from "./shapes";
export { streets } from "./streets";
