"""Letters: papers that we write ourselves. Wording is data; a text and a Word document are two settings of it."""
