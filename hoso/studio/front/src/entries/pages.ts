// What every page has: the look, and htmx for the parts that change by themselves.
import "../style/base.css";
import htmx from "htmx.org";

// Nothing that a strict Content-Security-Policy refuses.
htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
