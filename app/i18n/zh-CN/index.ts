import { account } from "./account";
import { amendment } from "./amendment";
import { closing } from "./closing";
import { common } from "./common";
import { correction } from "./correction";
import { erasure } from "./erasure";
import { handbook } from "./handbook";
import { handover } from "./handover";
import { history } from "./history";
import { ledger } from "./ledger";
import { meeting } from "./meeting";
import { notice } from "./notice";
import { outcome } from "./outcome";
import { overwritten } from "./overwritten";
import { plan } from "./plan";
import { problem } from "./problem";
import { proposal } from "./proposal";
import { refusal } from "./refusal";
import { register } from "./register";
import { registry } from "./registry";
import { room } from "./room";
import { session } from "./session";
import { task } from "./task";
import { ui } from "./ui";
import { unit } from "./unit";

export default {
  ...common,
  account,
  amendment,
  correction,
  erasure,
  refusal,
  ui,
  ledger,
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
  registry,
  register,
  closing,
  handover,
};
