import type { ServerFigures } from "../contestant";
import { Line } from "../line";
import { feed, visitBig } from "./big";
import { killed, typeUntilKilled, verify } from "./crash";
import { endDay, serveDay, turnTo } from "./day/crowd";
import { writeLists } from "./import/lists";
import { importOurs } from "./import/ours";
import { importPlain } from "./import/plain";
import { comeBack, fillRooms } from "./restart";
import { enterRooms, leaveRooms } from "./rooms";
import { askSimilar } from "./similar/askSimilar";
import { fillProblems } from "./similar/fillProblems";
import { findPartners } from "./similar/findPartners";
import { attack } from "./storm/attack";
import { endWorld, serveWorld, watchDesk } from "./storm/servedWorld";
import { type TypingOrder, typing } from "./typing";
import { countWork, multiplyWork, seedWork } from "./workCount";

// Every stock client listens for the end of the process.
process.setMaxListeners(0);

// The load generator: does one order of a bench after the other, and ends with it.
const line: Line = new Line(process, {
  typing: (order: TypingOrder) => typing(order, () => line.call<ServerFigures>("figures")),
  enterRooms,
  leaveRooms,
  feed,
  visitBig,
  typeUntilKilled,
  killed,
  verify,
  fillRooms,
  comeBack,
  seedWork,
  multiplyWork,
  countWork,
  serveWorld,
  watchDesk,
  endWorld,
  attack,
  fillProblems,
  askSimilar,
  findPartners,
  writeLists,
  importOurs,
  importPlain,
  serveDay,
  turnTo,
  endDay,
  stop: () => void setTimeout(() => process.exit(0), 20),
});
process.on("disconnect", () => process.exit(0));
