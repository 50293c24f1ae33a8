import { createTranslate } from "~/i18n/translate";
import zhCN from "~/i18n/zh-CN";
import type { IssuedPaper, PaperResolution, PaperTopic } from "~/meeting/minutes/paper";

/** The Chinese words of the paper. */
export const chineseWords = createTranslate("zh-CN", zhCN);

/** A unit's name as papers carry it. */
export const unitName = (zh: string) => ({ zh, en: zh });

/** A resolution as adopted; what is not said is invented. */
export function adopted(ordinal: number, more: Partial<PaperResolution> = {}): PaperResolution {
  return {
    id: `resolution-${ordinal}`,
    ordinal,
    text: "修复人行道",
    residentText: "人行道年底前修好",
    leadUnitId: "works",
    lead: unitName("区建管委"),
    assistingUnitIds: ["water"],
    assisting: [unitName("区水务局")],
    dueDate: "2026-12-31",
    milestones: [{ text: "进场施工。", due: "2026-12-01" }],
    measure: "雨后不积水",
    evidence: "前后照片",
    resourceKind: "none",
    resourceText: "",
    checkBackDate: null,
    ...more,
  };
}

/** A topic with what was decided on it. */
export function decided(title: string, more: Partial<PaperTopic> = {}): PaperTopic {
  return {
    id: title,
    kind: "topic",
    title,
    presenter: "东街道",
    problemNumber: "EST-2026-0001",
    outcome: "passed",
    outcomeNote: "",
    reservations: "",
    resolutions: [],
    ...more,
  };
}

/** Issued minutes of November 2026, number 3. */
export function issuedPaper(more: Partial<IssuedPaper> = {}): IssuedPaper {
  return {
    district: unitName("云川区"),
    month: "2026-11",
    date: "2026-11-20",
    host: unitName("东街道"),
    chair: { name: "周明远", post: unitName("区长") },
    openedAt: "2026-11-20T01:00:00.000Z",
    closedAt: "2026-11-20T04:00:00.000Z",
    attendance: [
      { unit: unitName("区建管委"), person: "顾海平", invitation: "lead", state: "present", reason: "" },
      { unit: unitName("区水务局"), person: "", invitation: "assist", state: "declined", reason: "防汛" },
    ],
    lookBack: [],
    topics: [decided("人行道塌陷", { resolutions: [adopted(1)] })],
    office: unitName("区会商办"),
    copies: [unitName("东街道"), unitName("区建管委")],
    year: 2026,
    number: 3,
    issuedAt: "2026-11-23T16:30:00.000Z",
    issuedBy: { name: "陈立新", post: unitName("主任") },
    ...more,
  };
}
