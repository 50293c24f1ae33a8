import { Link } from "@remix-run/react";
import { meetingAddress } from "~/address/meetings";
import { useTranslation } from "~/i18n/useTranslation";
import { present } from "~/meeting/conduct/present";
import { StateTag } from "~/ui/StateTag";
import type { Missing } from "./missingForMinutes";
import type { MinutesPage } from "./showMinutes.server";

function useMissing(page: MinutesPage): (one: Missing) => { text: string; to: string; act: string } {
  const { t } = useTranslation();
  // There the adopted words are brought back in one step.
  const comparison = meetingAddress(
    page.meeting,
    `history?from=${page.amendment?.versionId ?? ""}&to=${present}`,
  );
  return (one) => {
    switch (one.what) {
      case "lookBack":
        return {
          text: t("session.missing.lookBack", { stated: one.stated, total: one.total }),
          to: meetingAddress(page.meeting, "look-back"),
          act: t("session.toLookBack"),
        };
      case "unplaced":
        return {
          text: t("session.missing.unplaced", { title: one.title || t("session.untitled") }),
          to: meetingAddress(page.meeting, `agenda#topic-${one.topicId}`),
          act: t("session.missing.toAgenda"),
        };
      case "differs":
        return {
          text: t(`session.missing.differs.${one.how}`, { title: one.title || t("session.untitled") }),
          to: meetingAddress(page.meeting, `agenda#topic-${one.topicId}`),
          act: t("session.missing.toAgenda"),
        };
      case "outcome":
        return {
          text:
            page.meeting.stage === "minutes"
              ? t("session.missing.outcomeClosed", { title: one.title })
              : t("session.missing.outcome", { title: one.title }),
          to: meetingAddress(page.meeting, `room#topic-${one.topicId}`),
          act: t("session.toRoom"),
        };
      case "quorum":
        return {
          text: t("session.missing.quorum", { title: one.title }),
          to: meetingAddress(page.meeting, `room#topic-${one.topicId}`),
          act: t("session.toRoom"),
        };
      case "wording":
        return {
          text: t("session.missing.wording", { title: one.title }),
          to: meetingAddress(page.meeting, `minutes/edit#topic-${one.topicId}`),
          act: t("session.missing.toWording"),
        };
      case "reopened":
        return {
          text: t("session.missing.reopened", { title: one.title }),
          to: meetingAddress(page.meeting, `room#topic-${one.topicId}`),
          act: t("session.toRoom"),
        };
      case "adopted":
        return {
          text: t(`amendment.missing.${one.how}`, { title: one.title, place: one.ordinal }),
          to: comparison,
          act: t("amendment.bringBack"),
        };
      case "resolution":
        return {
          text: t("session.missing.resolution", {
            title: one.title,
            place: one.ordinal,
            parts: one.parts.map((part) => t(`session.part.${part}`)).join(t("session.comma")),
          }),
          to: meetingAddress(page.meeting, `room#topic-${one.topicId}`),
          act: t("session.missing.toRoom"),
        };
    }
  };
}

const keyOf = (one: Missing) =>
  one.what === "lookBack"
    ? one.what
    : "resolutionId" in one
      ? one.resolutionId
      : `${one.what}-${one.topicId}`;

/** What keeps the minutes from being issued, each with the way to where it is mended. */
export function MissingList({ page }: { page: MinutesPage }) {
  const { t } = useTranslation();
  const say = useMissing(page);
  const sayComplete = ({ amendment, resolutions: count }: MinutesPage) => {
    if (count === 0) return t(amendment ? "amendment.completeNone" : "session.minutes.completeNone");
    return t(amendment ? "amendment.completeText" : "session.minutes.completeText", { count });
  };
  if (page.missing.length === 0)
    return (
      <p>
        <StateTag tone="good">{t("session.minutes.complete")}</StateTag> {sayComplete(page)}
      </p>
    );
  return (
    <>
      <p>{t("session.minutes.missing", { count: page.missing.length })}</p>
      <ul className="divided">
        {page.missing.map((one) => {
          const { text, to, act } = say(one);
          return (
            <li key={keyOf(one)} className="cluster spread">
              <span>{text}</span>
              <Link to={to}>{act}</Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}
