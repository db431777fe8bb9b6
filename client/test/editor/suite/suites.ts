// In this order: the first is about what is loaded when, and the last leaves another server behind.

import "./activation.suite.js";
import "./findings.suite.js";
import "./repairs.suite.js";
import "./completion.suite.js";
import "./figures.suite.js";
import "./settings.suite.js";
import "./adoption.suite.js";
import "./configuration.suite.js";
import "./files.suite.js";
import "./new-paper.suite.js";
import "./preview.suite.js";
import "./server.suite.js";
