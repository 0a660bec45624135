// Says what changed when a part of the page was put in place of another: a region that stays is what readers hear.
"use strict";
document.addEventListener("htmx:after:swap", () => {
  const found = document.querySelector("#found .found");
  if (found) document.getElementById("announced").textContent = found.textContent.replace(/[×\s]+/g, " ").trim();
});
