/** The media type of a Word file (.docx). */
export const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
