import type { DayLink } from "./dayLinks";
import type { NextKey } from "./nextStep";

/** The address of a page of a day. */
export function dayAddress(link: DayLink, month: string, ownList: string | null): string {
  const day = `/desk/days/${month}`;
  const addresses: Record<DayLink, string> = {
    list: `${day}/lists/${ownList}`,
    screening: `${day}/screening`,
    agenda: `${day}/agenda`,
    rollcall: `${day}/rollcall`,
    lookBack: `${day}/look-back`,
    room: `${day}/room`,
    screen: `${day}/screen`,
    minutes: `${day}/minutes`,
    corrections: `${day}/corrections`,
    public: `/days/${month}`,
  };
  return addresses[link];
}

/** The page on which a next step is done, where it is not the day's own. */
export const pageOfStep: Partial<Record<NextKey, DayLink>> = {
  submitLists: "list",
  decideListings: "screening",
  startAgenda: "screening",
  inviteUnits: "agenda",
  publishAgenda: "agenda",
  openSession: "agenda",
  callRoll: "rollcall",
  lookBack: "lookBack",
  recordOutcomes: "room",
  closeSession: "minutes",
  issueMinutes: "minutes",
  finishAmendment: "minutes",
};
