import { z } from "zod";

const noticeId = z.uuid({ error: "error.required" });

/** Marks one notice as read. */
export const markReadForm = z.object({ id: noticeId });

/** Marks all of them, up to the newest one shown. */
export const markAllReadForm = z.object({ until: noticeId });
