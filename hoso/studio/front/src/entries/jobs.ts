// Pages about jobs: live progress, and the form to render.
import "../style/jobs.css";
import { watchForms } from "../jobs/form";
import { watchJobs } from "../jobs/watching";

watchJobs();
watchForms();
