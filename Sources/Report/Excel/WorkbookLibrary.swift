import CXLSXWriter
import Diagnostics

/// The library's return codes as diagnostics.
enum WorkbookLibrary {
  /// Throws for every code but success: files that cannot be written are the reader's problem,
  /// everything else is a fault of ours.
  static func check(_ code: lxw_error, _ place: String) throws(Diagnostic) {
    guard code != LXW_NO_ERROR else { return }
    let reason = lxw_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
    switch code {
    case LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE,
      LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE:
      throw Diagnostic(
        .cannotWrite, "workbook-not-written",
        "the workbook '\(place)' cannot be written: \(reason)",
        help: "check that the folder exists and has room, and that the file is not open elsewhere")
    default:
      throw Diagnostic(.fault, "workbook", "the workbook library refused '\(place)': \(reason)")
    }
  }

  static func made<Made>(_ pointer: UnsafeMutablePointer<Made>?, _ what: String)
    throws(Diagnostic) -> UnsafeMutablePointer<Made>
  {
    guard let pointer else {
      throw Diagnostic(.fault, "workbook", "the workbook library could not make a \(what)")
    }
    return pointer
  }
}
