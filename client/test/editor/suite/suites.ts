import "./activation.suite.js";
