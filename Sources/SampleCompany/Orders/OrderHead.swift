import Values

/// One document of the order log; its lines are drawn when it is written.
struct OrderHead {
  enum Kind: UInt8 { case cancelled, purchase, returned }

  var customer: Int32
  /// Number of the purchase with its customer; of the purchase that came back or was cancelled.
  var number: Int32
  var kind: Kind
  var day: Int32
  var second: Int32
  /// Day whose prices hold: of a return, that of its purchase.
  var priceDay: Int32

  /// The order of the log; no two documents are equal in all of it.
  static func precedes(_ left: Self, _ right: Self) -> Bool {
    if left.day != right.day { return left.day < right.day }
    if left.second != right.second { return left.second < right.second }
    if left.customer != right.customer { return left.customer < right.customer }
    if left.number != right.number { return left.number < right.number }
    return left.kind.rawValue < right.kind.rawValue
  }
}

/// One line of an order; money in hundredths of the order's currency.
struct OrderLine: Equatable {
  var number: Int
  var product: String
  var quantity: Int64
  var unitPrice: Int64
  var margin: Int64

  var amount: Int64 { quantity * unitPrice }

  init(_ number: Int, _ product: Product, quantity: Int64, unitPrice: Int64) {
    self.number = number
    self.product = product.name
    self.quantity = quantity
    self.unitPrice = unitPrice
    margin = quantity * unitPrice * product.margin / 100
  }

  /// A line that costs nothing.
  init(freeSample number: Int) {
    self.number = number
    product = Catalogue.freeSample
    quantity = 1
    unitPrice = 0
    margin = -15_00
  }
}
