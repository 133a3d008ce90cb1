import Foundation

/// What the operating system says of a failure, without the wrapping of a library.
package enum SystemError {
  package static func text(_ error: any Error) -> String {
    var known: NSError? = error as NSError
    while let current = known {
      if current.domain == NSPOSIXErrorDomain {
        return String(cString: strerror(Int32(current.code)))
      }
      known = current.userInfo[NSUnderlyingErrorKey] as? NSError
    }
    return (error as NSError).code == 512 ? "the folder does not take it" : "\(error)"
  }
}
