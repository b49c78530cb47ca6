// What every page has: the look, htmx for the parts that change by themselves, menus, dialogs, notices.
import "../style/base.css";
import htmx from "htmx.org";
import { watchConfirmations } from "../shared/confirming";
import { watchCopying } from "../shared/copying";
import { watchLayers } from "../shared/layers";
import { watchRunning } from "../shared/running";
import { watchTheme } from "../shared/theme";
import { watchToasts } from "../shared/toast";

// Nothing that a strict Content-Security-Policy refuses.
htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;
// An error comes as a part of the page too: a form with what is wrong in it, or a notice (web/errors.py).
htmx.config.responseHandling = [
  { code: "204", swap: false },
  { code: "[23]..", swap: true },
  { code: "[45]..", swap: true, error: true },
];

watchLayers();
watchTheme();
watchToasts();
watchConfirmations();
watchCopying();
watchRunning();
