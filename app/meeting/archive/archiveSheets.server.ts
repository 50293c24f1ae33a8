import { named } from "~/i18n/language";
import type { Translate } from "~/i18n/textKey";
import type { RollLine } from "~/meeting/attendance/showRollCall.server";
import type { ExercisedPower } from "~/meeting/progress/progress";
import type { SchemeFacts } from "~/meeting/scheme/scheme";
import type { Sheet } from "~/workbook/workbook";

/** The agenda as a sheet: what is called when, and who presents it. */
export function agendaSheet({ agenda }: Pick<SchemeFacts, "agenda">, t: Translate): Sheet {
  return {
    name: t("agenda.archive.agenda"),
    head: [
      t("agenda.archive.number"),
      t("agenda.archive.time"),
      t("session.agenda.topicTitle"),
      t("session.agenda.kind"),
      t("session.agenda.presenter"),
      t("session.agenda.minutes"),
    ],
    columns: [
      { width: 6 },
      { width: 14 },
      { width: 50, wrap: true },
      { width: 12 },
      { width: 24 },
      { width: 12 },
    ],
    rows: agenda.map(({ title, kind, presenter, minutes, from, until }, at) => [
      at + 1,
      from && until ? t("agenda.time.clock", { from, until }) : null,
      title,
      t(`session.kind.${kind}`),
      presenter,
      minutes,
    ]),
  };
}

/** The powers that were exercised on the spot as a sheet, apart from the tasks. */
export function powerSheet(powers: readonly ExercisedPower[], t: Translate): Sheet {
  return {
    name: t("agenda.archive.powers"),
    head: [
      t("agenda.archive.number"),
      t("room.part.text"),
      t("room.part.power"),
      t("agenda.archive.unit"),
      t("room.part.powerPost"),
      t("room.part.powerBasis"),
      t("room.part.powerDocument"),
    ],
    columns: [
      { width: 6 },
      { width: 50, wrap: true },
      { width: 30, wrap: true },
      { width: 24 },
      { width: 16 },
      { width: 30, wrap: true },
      { width: 20 },
    ],
    rows: powers.map(({ text, power, unit, post, basis, document }, at) => [
      at + 1,
      text,
      power,
      named(unit, "zh-CN"),
      post,
      basis,
      document,
    ]),
  };
}

/** The roll as a sheet. */
export function rollSheet(lines: readonly RollLine[], t: Translate): Sheet {
  return {
    name: t("agenda.archive.roll"),
    head: [
      t("agenda.archive.unit"),
      t("agenda.archive.person"),
      t("reply.post"),
      t("reply.comesAs.substitute"),
      t("agenda.archive.invitation"),
      t("session.roll.state"),
      t("session.roll.reason"),
    ],
    columns: [
      { width: 30 },
      { width: 16 },
      { width: 20 },
      { width: 20 },
      { width: 12 },
      { width: 12 },
      { width: 30, wrap: true },
    ],
    rows: lines.map(({ unit, person, title, insteadOf, invitation, state, reason }) => [
      named(unit, "zh-CN"),
      person,
      title,
      insteadOf && t("reply.insteadOf", { name: insteadOf }),
      t(`session.invitation.${invitation}`),
      t(`session.attendance.${state}`),
      reason,
    ]),
  };
}
