import type { FileKind, FileKinds } from "~/file/fileKind.server";
import { minutesFiles, topicFiles } from "~/meeting/conduct/meetingFiles.server";
import { opinionFiles } from "~/meeting/opinion/opinionFiles.server";
import { visitFiles } from "~/meeting/research/visitFiles.server";
import { problemFiles } from "~/problem/problemFiles.server";
import { taskFiles } from "~/task/taskFiles.server";

const all: readonly FileKind[] = [
  problemFiles,
  topicFiles,
  opinionFiles,
  visitFiles,
  ...taskFiles,
  minutesFiles,
];

/** Every kind of thing that files are attached to: each room brings its own. */
export const fileKinds: FileKinds = new Map(all.map((one) => [one.kind, one]));
