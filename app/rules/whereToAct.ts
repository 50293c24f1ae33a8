import { type AddressedMeeting, meetingAddress } from "~/address/meetings";
import { dayPlanAddress, planAddress, swapAddress } from "~/address/plans";
import type { Occasion } from "./deviationRequest";

/** Addresses the page on which an act that departs is done, and asked for. */
export function whereToAct(occasion: Occasion, meeting: AddressedMeeting): string {
  switch (occasion) {
    case "openWindow":
    case "closeWindow":
    case "reopenWindow":
    case "postponeDay":
    case "cancelDay":
      return meetingAddress(meeting);
    case "swapHosts":
      return swapAddress(meeting.slug);
    case "publishAgenda":
    case "openSession":
      return meetingAddress(meeting, "agenda");
    case "reopenSession":
      return meetingAddress(meeting, "minutes");
    case "changeDay":
      return dayPlanAddress(meeting.slug);
    case "adoptPlan":
      return planAddress(meeting.slug.slice(0, 4));
  }
}
