import { Link } from "@remix-run/react";
import { isNamedByMonth, meetingAddress } from "~/address/meetings";
import { listAddress, problemAddress } from "~/address/problems";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import type { Remaining } from "./remains";

/** Where a place is, and what is pressed to get there. */
function linkTo(place: Remaining, meeting: (slug: string) => string): { to: string; name: string } {
  if (place.in === "problem") return { to: problemAddress(place.number), name: place.number };
  if (place.in === "files") return { to: `${problemAddress(place.number)}#files`, name: place.number };
  if (place.in === "upload")
    return { to: `${listAddress(place.month, place.street)}/import`, name: meeting(place.month) };
  const page = {
    minutes: "minutes",
    record: "room",
    corrections: "corrections",
    overwritten: "history",
    proposals: "agenda",
  } as const;
  return { to: meetingAddress({ slug: place.slug }, page[place.in]), name: meeting(place.slug) };
}

/** Places that an erasure does not reach, each with what can be done there, and what no platform reaches. */
export function RemainingPlaces({ remains }: { remains: readonly Remaining[] }) {
  const { t } = useTranslation();
  const meetingName = useMeetingName();
  // Of a meeting that is not named by its month, the number alone is kept.
  const meeting = (slug: string) =>
    isNamedByMonth(slug) ? meetingName({ slug, title: "", date: "" }) : slug;
  return (
    <ul>
      {remains.map((place) => {
        const { to, name } = linkTo(place, meeting);
        return (
          <li key={`${place.in} ${to}`}>
            <Link to={to}>{t(`erasure.remains.${place.in}.place`, { name })}</Link>{" "}
            {t(`erasure.remains.${place.in}.text`)}
          </li>
        );
      })}
      {(["history", "backups", "paper"] as const).map((where) => (
        <li key={where}>{t(`erasure.beyond.${where}`)}</li>
      ))}
    </ul>
  );
}
