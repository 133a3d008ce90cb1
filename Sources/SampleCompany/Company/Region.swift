/// Where a customer is; raw values are the words of the CRM.
enum Region: String, CaseIterable {
  case east = "华东"
  case south = "华南"
  case north = "华北"
  case centre = "华中"
  case southWest = "西南"
  case overseas = "海外"

  static let shares = [0.34, 0.20, 0.20, 0.09, 0.08, 0.09]

  var cities: [String] {
    switch self {
    case .east: ["上海", "苏州", "无锡", "杭州", "宁波", "南京", "合肥", "青岛"]
    case .south: ["广州", "深圳", "佛山", "东莞", "厦门", "南宁", "珠海"]
    case .north: ["北京", "天津", "石家庄", "太原", "沈阳", "大连"]
    case .centre: ["武汉", "长沙", "郑州", "南昌"]
    case .southWest: ["成都", "重庆", "昆明", "贵阳"]
    case .overseas: ["Singapore", "Rotterdam", "Hamburg", "Toronto", "Leeds", "Lyon"]
    }
  }

  var owners: [String] {
    switch self {
    case .east: ["王敏", "李强", "周静"]
    case .south: ["陈嘉怡", "黄志明"]
    case .north: ["张伟", "刘洋"]
    case .centre: ["赵磊"]
    case .southWest: ["杨帆"]
    case .overseas: ["Sophie Martin", "林晓"]
    }
  }

  /// The service centre that looks after the region.
  var serviceCentre: String {
    switch self {
    case .east, .overseas: "上海服务中心"
    case .south: "广州服务中心"
    case .north: "北京服务中心"
    case .centre: "武汉服务中心"
    case .southWest: "成都服务中心"
    }
  }
}

/// How the company sorts its customers (客户级别); raw values are the words of the CRM.
enum Segment: String, CaseIterable {
  case strategic = "战略客户"
  case key = "重点客户"
  case regular = "普通客户"
  case distributor = "经销商"
  case webShop = "网店客户"

  /// Weight of its answers in the surveys: the better customers answer more often.
  var surveyWeight: String {
    switch self {
    case .strategic: "0.7"
    case .key: "0.8"
    case .regular: "1.1"
    case .distributor: "1"
    case .webShop: "1.3"
    }
  }
}

enum Industry: String, CaseIterable {
  case water = "水务"
  case environment = "环境监测"
  case university = "高校科研"
  case food = "食品饮料"
  case pharma = "制药"
  case chemicals = "化工"
  case testing = "第三方检测"

  static let shares = [0.2, 0.16, 0.14, 0.13, 0.12, 0.12, 0.13]

  var endings: [String] {
    switch self {
    case .water: ["水务有限公司", "供水有限公司", "排水工程有限公司"]
    case .environment: ["环境监测有限公司", "环保科技有限公司"]
    case .university: ["水科学研究院", "分析测试中心", "环境工程研究所"]
    case .food: ["饮料有限公司", "食品股份有限公司", "乳业有限公司"]
    case .pharma: ["制药有限公司", "生物医药股份有限公司"]
    case .chemicals: ["化工有限公司", "新材料有限公司"]
    case .testing: ["检测技术有限公司", "检测认证有限公司"]
    }
  }

  var englishWord: String {
    switch self {
    case .water: "Water"
    case .environment: "Environmental"
    case .university: "Research"
    case .food: "Foods"
    case .pharma: "Pharma"
    case .chemicals: "Chemicals"
    case .testing: "Testing"
    }
  }
}
