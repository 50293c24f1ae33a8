import { invitationDays, shortestPassword } from "~/access/account/newPassword";
import { idleLifetimeMs, signInLifetimeMs } from "~/access/sessionLife";
import { fileLimits } from "~/file/fileLimits";
import { removedKeptDays } from "~/file/sweepFiles.server";
import { outcomeLimit, withdrawalLimit } from "~/outcome/publishing/publicationForm";
import { ledgerFileLimits } from "~/plan/takeover/choices";
import { importLimits } from "~/problem/import/importLimits";
import { usualRules } from "~/rules/ruleSet";

const { window, agenda, session, colours, answers, deadlines } = usualRules;

/** The numbers that chapters name, from where the product keeps them; those of the rules are the usual ones. */
export const figures: Readonly<Record<string, number>> = {
  signInHours: signInLifetimeMs / 3_600_000,
  idleHours: idleLifetimeMs / 3_600_000,
  invitationDays,
  shortestPassword,
  fileMegabytes: fileLimits.megabytes,
  fileMegapixels: fileLimits.megapixels,
  fileCount: fileLimits.count,
  fileKeptMegabytes: fileLimits.keptMegabytes,
  removedFileDays: removedKeptDays,
  importMegabytes: importLimits.megabytes,
  importRows: importLimits.rows,
  takeoverRows: ledgerFileLimits.rows,
  outcomeCharacters: outcomeLimit,
  withdrawalCharacters: withdrawalLimit,
  cutOffDay: window.cutOffDay,
  usualDay: window.usualDay,
  agendaLimit: agenda.limit,
  approvedWorkingDaysBefore: agenda.approvedWorkingDaysBefore,
  carryOverLimit: session.carryOverLimit,
  blueDays: colours.blue,
  yellowDays: colours.yellow,
  acknowledgeDays: answers.acknowledge,
  verifyDays: answers.verify,
  strikeOffDays: answers.strikeOff,
  extensionDays: answers.decideExtension,
  answerResidentDays: answers.answerResident,
  correctionDays: answers.decideCorrections,
  publishDays: answers.publish,
  minutesDays: answers.minutes,
  extendedByAtMost: deadlines.extendedByAtMost,
  reviewedWithin: deadlines.reviewedWithin,
};
