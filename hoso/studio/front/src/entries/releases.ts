// Pages about releases: what is chosen, and one player at a time.
import "../style/releases.css";
import { watchChoice } from "../releases/choice";
import { watchPlayers } from "../releases/players";

watchChoice();
watchPlayers();
