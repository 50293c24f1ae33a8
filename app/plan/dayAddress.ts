import { meetingAddress } from "~/address/meetings";
import { listAddress, screeningAddress } from "~/address/problems";
import { publicDayAddress } from "~/address/residents";
import type { DayLink } from "./dayLinks";
import type { NextKey } from "./nextStep";

/** The address of a page of a day. */
export function dayAddress(link: DayLink, month: string, ownList: string | null): string {
  const addresses: Record<DayLink, string> = {
    list: listAddress(month, ownList ?? ""),
    screening: screeningAddress(month),
    agenda: meetingAddress({ slug: month }, "agenda"),
    papers: meetingAddress({ slug: month }, "papers/notice"),
    research: meetingAddress({ slug: month }, "research"),
    opinions: meetingAddress({ slug: month }, "opinions"),
    rollcall: meetingAddress({ slug: month }, "rollcall"),
    lookBack: meetingAddress({ slug: month }, "look-back"),
    room: meetingAddress({ slug: month }, "room"),
    screen: meetingAddress({ slug: month }, "screen"),
    minutes: meetingAddress({ slug: month }, "minutes"),
    corrections: meetingAddress({ slug: month }, "corrections"),
    publish: meetingAddress({ slug: month }, "publish"),
    public: publicDayAddress(month),
  };
  return addresses[link];
}

/** The page on which a next step is done, where it is not the day's own. */
export const pageOfStep: Partial<Record<NextKey, DayLink>> = {
  submitLists: "list",
  decideListings: "screening",
  startAgenda: "screening",
  inviteUnits: "agenda",
  askAgendaApproval: "agenda",
  approveAgenda: "agenda",
  publishAgenda: "agenda",
  openSession: "agenda",
  callRoll: "rollcall",
  lookBack: "lookBack",
  recordOutcomes: "room",
  closeSession: "minutes",
  issueMinutes: "minutes",
  finishAmendment: "minutes",
  publishTopics: "publish",
};
