import { account } from "./account";
import { amendment } from "./amendment";
import { common } from "./common";
import { correction } from "./correction";
import { erasure } from "./erasure";
import { handbook } from "./handbook";
import { history } from "./history";
import { ledger } from "./ledger";
import { lists } from "./lists";
import { meeting } from "./meeting";
import { notice } from "./notice";
import { outcome } from "./outcome";
import { overwritten } from "./overwritten";
import { plan } from "./plan";
import { problem } from "./problem";
import { proposal } from "./proposal";
import { refusal } from "./refusal";
import { room } from "./room";
import { session } from "./session";
import { task } from "./task";
import { ui } from "./ui";
import { unit } from "./unit";
import { unitBox } from "./unitBox";

export default {
  ...common,
  account,
  amendment,
  correction,
  erasure,
  refusal,
  ui,
  ledger,
  lists,
  meeting,
  notice,
  overwritten,
  plan,
  problem,
  proposal,
  session,
  handbook,
  history,
  room,
  task,
  outcome,
  unit,
  unitBox,
};
