import {arrangePage} from "./arrange-page.js";
import {recallChoices} from "./preferences.js";
import {replaceRefusedSession} from "./session-storage.js";
import {startWithoutSidebar} from "./sidebar.js";
import {showSwitches} from "./switches.js";

const root = document.documentElement;
root.classList.add("js");
replaceRefusedSession();
recallChoices();
startWithoutSidebar();

const settle = () => {
  showSwitches();
  arrangePage();
};
const observer = new MutationObserver(settle);
observer.observe(document, {childList: true, subtree: true});

document.addEventListener("DOMContentLoaded", () => {
  observer.disconnect();
  settle();
  observer.observe(document.querySelector("main")!, {childList: true});
});
