package import Diagnostics
package import Store
import Tabular

/// Takes a person out of the store, and leaves their rows out of every later reading.
package enum CustomerErasure {
  /// - Parameter isTrial: tells what would go and changes nothing.
  /// - Throws: where no row names the customer; the message does not say who else there is.
  package static func erase(
    _ customer: String, from store: Store, isTrial: Bool = false
  ) throws(Diagnostic) -> ErasureReport {
    let known = try store.erasedCustomers()
    let salt = known.salt.isEmpty ? drawSalt() : known.salt
    let report = try store.erase(
      customer: customer, digest: ErasureFilter.digest(of: customer, salt: salt), salt: salt,
      isTrial: isTrial
    ) { file, raw, rules in
      guard
        let delimiter = Dialect.Delimiter.allCases.first(where: {
          $0.description == file.delimiter
        })
      else { return raw.contains(customer) }
      let place = CustomerPlace(field: file.customerField, delimiter: delimiter)
      return place.candidates(in: raw, rules: rules).contains(customer)
    }
    guard report.isEmpty else { return report }
    let isErased = ErasureFilter(known).leavesOut(customer)
    throw Diagnostic(
      .usage, "unknown-customer",
      isErased
        ? "the customer was erased before, and no row names them"
        : "no row of the store names this customer",
      help: isErased
        ? "`clientele store readmit` lets their rows in again"
        : "ids are exact: letters, case and leading zeros count")
  }

  /// Lets a customer in again; returns the files in which rows had been left out.
  package static func readmit(
    _ customer: String, to store: Store
  ) throws(Diagnostic) -> [FileRecord] {
    let salt = try store.erasedCustomers().salt
    let digest = ErasureFilter.digest(of: customer, salt: salt)
    guard let files = try store.readmit(digest: digest) else {
      throw Diagnostic(
        .usage, "not-erased", "this customer was not erased from the store",
        help: "ids are exact: letters, case and leading zeros count")
    }
    return files
  }

  /// 128 random bits. They decide no figure: only whether a hash can be told from an id elsewhere.
  private static func drawSalt() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let digits = String(generator.next(), radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }
}
