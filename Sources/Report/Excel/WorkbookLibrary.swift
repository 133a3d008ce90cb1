import CXLSXWriter
import Diagnostics

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

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
      throw notWritten(place, reason)
    default:
      throw Diagnostic(.fault, "workbook", "the workbook library refused '\(place)': \(reason)")
    }
  }

  /// Writes the workbook and frees it.
  ///
  /// The library does not look at what every write returns, but no function of the C library sets
  /// `errno` back: what failed on the way is in it afterwards.
  static func close(
    _ workbook: UnsafeMutablePointer<lxw_workbook>, _ place: String
  ) throws(Diagnostic) {
    errno = 0
    let code = workbook_close(workbook)
    let failure = errno
    try check(code, place)
    if [EIO, ENOSPC, EDQUOT, EFBIG, EROFS, ENXIO].contains(failure) {
      throw notWritten(place, String(cString: strerror(failure)))
    }
  }

  private static func notWritten(_ place: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .cannotWrite, "workbook-not-written", "the workbook cannot be written: \(reason)",
      at: .init(place),
      help: "check that the folder exists and has room, and that the file is not open elsewhere")
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
