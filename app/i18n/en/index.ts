import { account } from "./account";
import { admission } from "./admission";
import { agenda } from "./agenda";
import { amendment } from "./amendment";
import { calendar } from "./calendar";
import { closing } from "./closing";
import { collect } from "./collect";
import { common } from "./common";
import { correction } from "./correction";
import { duty } from "./duty";
import { erasure } from "./erasure";
import { file } from "./file";
import { handbook } from "./handbook";
import { handover } from "./handover";
import { history } from "./history";
import { ledger } from "./ledger";
import { lists } from "./lists";
import { meeting } from "./meeting";
import { notice } from "./notice";
import { opinion } from "./opinion";
import { outcome } from "./outcome";
import { overwritten } from "./overwritten";
import { papers } from "./papers";
import { plan } from "./plan";
import { planning } from "./planning";
import { problem } from "./problem";
import { proposal } from "./proposal";
import { refusal } from "./refusal";
import { register } from "./register";
import { registry } from "./registry";
import { reply } from "./reply";
import { research } from "./research";
import { resource } from "./resource";
import { room } from "./room";
import { rules } from "./rules";
import { saidDay } from "./saidDay";
import { screening } from "./screening";
import { session } from "./session";
import { signOff } from "./signOff";
import { sketch } from "./sketch";
import { takeover } from "./takeover";
import { task } from "./task";
import { ui } from "./ui";
import { unit } from "./unit";
import { unitBox } from "./unitBox";
import { wording } from "./wording";

export default {
  ...common,
  account,
  admission,
  agenda,
  amendment,
  calendar,
  collect,
  correction,
  duty,
  erasure,
  file,
  refusal,
  ui,
  ledger,
  lists,
  meeting,
  notice,
  opinion,
  overwritten,
  papers,
  plan,
  planning,
  problem,
  proposal,
  reply,
  saidDay,
  screening,
  session,
  sketch,
  takeover,
  handbook,
  history,
  research,
  resource,
  room,
  rules,
  task,
  outcome,
  unit,
  unitBox,
  registry,
  register,
  closing,
  handover,
  signOff,
  wording,
};
