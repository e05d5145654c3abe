// Generated from specs/microsoft-advertising/bulk-service.wsdl
// sha256 c80d92c59155ae6e46629e7d3bc231211622a1d26706498c78b5d4cc071b4699
// Do not edit: change the contract and generate again.
import {
  boolean,
  dateTime,
  int,
  long,
  soap,
  string,
  type DateTime,
  type ElementCodec,
  type EnumCodec,
  type Int,
  type ListCodec,
  type Long,
  type PolyCodec,
  type SoapService,
  type StructCodec,
  type Unrecognized,
  type WrapperCodec,
} from "../../src/runtime/index.ts";

const arraysNamespace = "http://schemas.microsoft.com/2003/10/Serialization/Arrays";
const tns = "https://bingads.microsoft.com/CampaignManagement/v13";
const adapiNamespace = "https://adapi.microsoft.com";
const genericNamespace = "http://schemas.datacontract.org/2004/07/System.Collections.Generic";

/** Numbers. */
export type ArrayOflong = readonly Long[];
export const ArrayOflong: WrapperCodec<ArrayOflong> = {
  kind: "wrapper",
  name: [arraysNamespace, "ArrayOflong"],
  item: { el: "long", count: "*", type: long },
};

/** How a file is compressed. */
export type CompressionType =
  /** A ZIP archive with one file. */
  | "Zip"
  /** gzip. */
  | "GZip"
  | Unrecognized;
export const CompressionType: EnumCodec<CompressionType> = {
  kind: "enum",
  name: [tns, "CompressionType"],
  values: { Zip: true, GZip: true },
};

export type DataScopeItem =
  /** The entities themselves. */
  | "EntityData"
  /** Quality scores of campaigns, ad groups and keywords. */
  | "QualityScoreData"
  /** Bids that are suggested for keywords. */
  | "BidSuggestionsData"
  | Unrecognized;
export const DataScopeItem: EnumCodec<DataScopeItem> = {
  kind: "enum",
  values: { EntityData: true, QualityScoreData: true, BidSuggestionsData: true },
};

/** Data to give beside the entities' own: names with spaces between them. */
export type DataScope = readonly DataScopeItem[];
export const DataScope: ListCodec<DataScope> = { kind: "list", name: [tns, "DataScope"], item: DataScopeItem };

/** A kind of entities, by the records that the file has for it. */
export type DownloadEntity =
  /** Campaigns. */
  | "Campaigns"
  /** Ad groups. */
  | "AdGroups"
  /** Ads of every kind. */
  | "Ads"
  /** Keywords. */
  | "Keywords"
  /** Negative keywords of campaigns. */
  | "CampaignNegativeKeywords"
  /** Negative keywords of ad groups. */
  | "AdGroupNegativeKeywords"
  /** Whom campaigns target: age, time, device, gender, place and more. */
  | "CampaignTargetCriterions"
  /** Whom ad groups target: age, time, device, gender, place and more. */
  | "AdGroupTargetCriterions"
  /** Sites that campaigns do not advertise on. */
  | "CampaignNegativeSites"
  /** Sites that ad groups do not advertise on. */
  | "AdGroupNegativeSites"
  /** Which location ad extensions campaigns use. */
  | "CampaignLocationAdExtensions"
  /** Which call ad extensions campaigns use. */
  | "CampaignCallAdExtensions"
  /** Location ad extensions. */
  | "LocationAdExtensions"
  /** Call ad extensions. */
  | "CallAdExtensions"
  /** Lists of negative keywords that campaigns share. */
  | "NegativeKeywordLists"
  /** Negative keywords in shared lists. */
  | "SharedNegativeKeywords"
  /** Which lists of negative keywords campaigns use. */
  | "CampaignNegativeKeywordListAssociations"
  /** Image ad extensions. */
  | "ImageAdExtensions"
  /** Which image ad extensions campaigns use. */
  | "CampaignImageAdExtensions"
  /** Which image ad extensions ad groups use. */
  | "AdGroupImageAdExtensions"
  /** App ad extensions. */
  | "AppAdExtensions"
  /** Which app ad extensions ad groups use. */
  | "AdGroupAppAdExtensions"
  /** Which app ad extensions campaigns use. */
  | "CampaignAppAdExtensions"
  /** Price ad extensions. */
  | "PriceAdExtensions"
  /** Review ad extensions. */
  | "ReviewAdExtensions"
  /** Web pages that campaigns make no dynamic search ads for. */
  | "CampaignNegativeDynamicSearchAdTargets"
  /** Groups of products that ad groups bid on. */
  | "AdGroupProductPartitions"
  /** Products that campaigns are limited to. */
  | "CampaignProductScopes"
  /** Which review ad extensions campaigns use. */
  | "CampaignReviewAdExtensions"
  /** Which review ad extensions ad groups use. */
  | "AdGroupReviewAdExtensions"
  /** Callout ad extensions. */
  | "CalloutAdExtensions"
  /** Which callout ad extensions campaigns use. */
  | "CampaignCalloutAdExtensions"
  /** Which callout ad extensions ad groups use. */
  | "AdGroupCalloutAdExtensions"
  /** Sitelink ad extensions. */
  | "SitelinkAdExtensions"
  /** Which sitelink ad extensions campaigns use. */
  | "CampaignSitelinkAdExtensions"
  /** Which sitelink ad extensions ad groups use. */
  | "AdGroupSitelinkAdExtensions"
  /** Structured snippet ad extensions. */
  | "StructuredSnippetAdExtensions"
  /** Which structured snippet ad extensions campaigns use. */
  | "CampaignStructuredSnippetAdExtensions"
  /** Which structured snippet ad extensions ad groups use. */
  | "AdGroupStructuredSnippetAdExtensions"
  /** Remarketing lists. */
  | "RemarketingLists"
  /** Which remarketing lists ad groups target. */
  | "AdGroupRemarketingListAssociations"
  /** Budgets that campaigns share. */
  | "Budgets"
  /** Text ads. */
  | "TextAds"
  /** Product ads. */
  | "ProductAds"
  /** App install ads. */
  | "AppInstallAds"
  /** Expanded text ads. */
  | "ExpandedTextAds"
  /** Dynamic search ads. */
  | "DynamicSearchAds"
  /** Web pages that ad groups make dynamic search ads for. */
  | "AdGroupDynamicSearchAdTargets"
  /** Web pages that ad groups make no dynamic search ads for. */
  | "AdGroupNegativeDynamicSearchAdTargets"
  /** Which price ad extensions campaigns use. */
  | "CampaignPriceAdExtensions"
  /** Which price ad extensions ad groups use. */
  | "AdGroupPriceAdExtensions"
  /** Labels. */
  | "Labels"
  /** Which labels campaigns have. */
  | "CampaignLabels"
  /** Which labels ad groups have. */
  | "AdGroupLabels"
  /** Which labels text ads have. */
  | "TextAdLabels"
  /** Which labels keywords have. */
  | "KeywordLabels"
  /** Which remarketing lists ad groups exclude. */
  | "AdGroupNegativeRemarketingListAssociations"
  /** Custom audiences. */
  | "CustomAudiences"
  /** Which custom audiences ad groups target. */
  | "AdGroupCustomAudienceAssociations"
  /** Which custom audiences ad groups exclude. */
  | "AdGroupNegativeCustomAudienceAssociations"
  /** In-market audiences. */
  | "InMarketAudiences"
  /** Which in-market audiences ad groups target. */
  | "AdGroupInMarketAudienceAssociations"
  /** Which in-market audiences ad groups exclude. */
  | "AdGroupNegativeInMarketAudienceAssociations"
  /** Audiences of every kind. */
  | "Audiences"
  /** Which audiences ad groups target. */
  | "AdGroupAudienceAssociations"
  /** Which audiences ad groups exclude. */
  | "AdGroupNegativeAudienceAssociations"
  /** Which labels product ads have. */
  | "ProductAdLabels"
  /** Which labels app install ads have. */
  | "AppInstallAdLabels"
  /** Which labels expanded text ads have. */
  | "ExpandedTextAdLabels"
  /** Which labels dynamic search ads have. */
  | "DynamicSearchAdLabels"
  /** Which location ad extensions accounts use. */
  | "AccountLocationAdExtensions"
  /** Which image ad extensions accounts use. */
  | "AccountImageAdExtensions"
  /** Which app ad extensions accounts use. */
  | "AccountAppAdExtensions"
  /** Which price ad extensions accounts use. */
  | "AccountPriceAdExtensions"
  /** Which review ad extensions accounts use. */
  | "AccountReviewAdExtensions"
  /** Which callout ad extensions accounts use. */
  | "AccountCalloutAdExtensions"
  /** Which sitelink ad extensions accounts use. */
  | "AccountSitelinkAdExtensions"
  /** Which structured snippet ad extensions accounts use. */
  | "AccountStructuredSnippetAdExtensions"
  /** Responsive ads. */
  | "ResponsiveAds"
  /** Which labels responsive ads have. */
  | "ResponsiveAdLabels"
  /** Product audiences. */
  | "ProductAudiences"
  /** Which product audiences ad groups target. */
  | "AdGroupProductAudienceAssociations"
  /** Which product audiences ad groups exclude. */
  | "AdGroupNegativeProductAudienceAssociations"
  /** Similar remarketing lists. */
  | "SimilarRemarketingLists"
  /** Which similar remarketing lists ad groups target. */
  | "AdGroupSimilarRemarketingListAssociations"
  /** Which similar remarketing lists ad groups exclude. */
  | "AdGroupNegativeSimilarRemarketingListAssociations"
  /** Experiments. */
  | "Experiments"
  /** Action ad extensions. */
  | "ActionAdExtensions"
  /** Which action ad extensions campaigns use. */
  | "CampaignActionAdExtensions"
  /** Which action ad extensions ad groups use. */
  | "AdGroupActionAdExtensions"
  /** Which action ad extensions accounts use. */
  | "AccountActionAdExtensions"
  /** Responsive search ads. */
  | "ResponsiveSearchAds"
  /** Which labels responsive search ads have. */
  | "ResponsiveSearchAdLabels"
  /** Which audiences campaigns target. */
  | "CampaignAudienceAssociations"
  /** Which audiences campaigns exclude. */
  | "CampaignNegativeAudienceAssociations"
  /** Which custom audiences campaigns target. */
  | "CampaignCustomAudienceAssociations"
  /** Which custom audiences campaigns exclude. */
  | "CampaignNegativeCustomAudienceAssociations"
  /** Which in-market audiences campaigns target. */
  | "CampaignInMarketAudienceAssociations"
  /** Which in-market audiences campaigns exclude. */
  | "CampaignNegativeInMarketAudienceAssociations"
  /** Which product audiences campaigns target. */
  | "CampaignProductAudienceAssociations"
  /** Which product audiences campaigns exclude. */
  | "CampaignNegativeProductAudienceAssociations"
  /** Which remarketing lists campaigns target. */
  | "CampaignRemarketingListAssociations"
  /** Which remarketing lists campaigns exclude. */
  | "CampaignNegativeRemarketingListAssociations"
  /** Which similar remarketing lists campaigns target. */
  | "CampaignSimilarRemarketingListAssociations"
  /** Which similar remarketing lists campaigns exclude. */
  | "CampaignNegativeSimilarRemarketingListAssociations"
  /** Feeds. */
  | "Feeds"
  /** Items of feeds. */
  | "FeedItems"
  /** Stores that campaigns leave out. */
  | "CampaignNegativeStoreCriterions"
  /** Promotion ad extensions. */
  | "PromotionAdExtensions"
  /** Which promotion ad extensions accounts use. */
  | "AccountPromotionAdExtensions"
  /** Which promotion ad extensions campaigns use. */
  | "CampaignPromotionAdExtensions"
  /** Which promotion ad extensions ad groups use. */
  | "AdGroupPromotionAdExtensions"
  /** Combinations of remarketing lists. */
  | "CombinedLists"
  /** Which combined lists ad groups target. */
  | "AdGroupCombinedListAssociations"
  /** Which combined lists ad groups exclude. */
  | "AdGroupNegativeCombinedListAssociations"
  /** Which combined lists campaigns target. */
  | "CampaignCombinedListAssociations"
  /** Which combined lists campaigns exclude. */
  | "CampaignNegativeCombinedListAssociations"
  /** Images of the media library. */
  | "Images"
  /** Lists of customers. */
  | "CustomerLists"
  /** Which customer lists ad groups target. */
  | "AdGroupCustomerListAssociations"
  /** Which customer lists ad groups exclude. */
  | "AdGroupNegativeCustomerListAssociations"
  /** Which customer lists campaigns target. */
  | "CampaignCustomerListAssociations"
  /** Which customer lists campaigns exclude. */
  | "CampaignNegativeCustomerListAssociations"
  /** Filter link ad extensions. */
  | "FilterLinkAdExtensions"
  /** Which filter link ad extensions accounts use. */
  | "AccountFilterLinkAdExtensions"
  /** Which filter link ad extensions campaigns use. */
  | "CampaignFilterLinkAdExtensions"
  /** Which filter link ad extensions ad groups use. */
  | "AdGroupFilterLinkAdExtensions"
  /** Flyer ad extensions. */
  | "FlyerAdExtensions"
  /** Which flyer ad extensions accounts use. */
  | "AccountFlyerAdExtensions"
  /** Which flyer ad extensions campaigns use. */
  | "CampaignFlyerAdExtensions"
  /** Which flyer ad extensions ad groups use. */
  | "AdGroupFlyerAdExtensions"
  /** Bid strategies that campaigns share. */
  | "BidStrategies"
  /** Video ad extensions. */
  | "VideoAdExtensions"
  /** Which video ad extensions accounts use. */
  | "AccountVideoAdExtensions"
  /** Which video ad extensions campaigns use. */
  | "CampaignVideoAdExtensions"
  /** Which video ad extensions ad groups use. */
  | "AdGroupVideoAdExtensions"
  /** Videos of the media library. */
  | "Videos"
  /** Disclaimer ad extensions. */
  | "DisclaimerAdExtensions"
  /** Which disclaimer ad extensions campaigns use. */
  | "CampaignDisclaimerAdExtensions"
  /** Attributes of ad customizers. */
  | "AdcustomizerAttribute"
  /** Values of ad customizer attributes for campaigns. */
  | "CampaignAdcustomizerAttribute"
  /** Values of ad customizer attributes for ad groups. */
  | "AdGroupAdcustomizerAttribute"
  /** Values of ad customizer attributes for keywords. */
  | "KeywordAdcustomizerAttribute"
  /** Which conversion goals campaigns use. */
  | "CampaignConversionGoal"
  /** Groups of hotels that ad groups bid on. */
  | "AdGroupHotelListingGroups"
  /** Asset groups. */
  | "AssetGroups"
  /** Audience groups. */
  | "AudienceGroups"
  /** Web pages that campaigns leave out. */
  | "CampaignNegativeWebpages"
  /** Which audience groups asset groups use. */
  | "AudienceGroupAssetGroupAssociations"
  /** Groups of products of asset groups. */
  | "AssetGroupListingGroups"
  /** Logo ad extensions. */
  | "LogoAdExtensions"
  /** Which logo ad extensions accounts use. */
  | "AccountLogoAdExtensions"
  /** Which logo ad extensions campaigns use. */
  | "CampaignLogoAdExtensions"
  /** Which logo ad extensions ad groups use. */
  | "AdGroupLogoAdExtensions"
  /** Lead form ad extensions. */
  | "LeadFormAdExtensions"
  /** Which lead form ad extensions accounts use. */
  | "AccountLeadFormAdExtensions"
  /** Which lead form ad extensions campaigns use. */
  | "CampaignLeadFormAdExtensions"
  /** Lists of negative keywords of accounts. */
  | "AccountNegativeKeywordList"
  /** Which accounts use which list of negative keywords. */
  | "AccountNegativeKeywordListAssociation"
  /** Negative keywords in lists of accounts. */
  | "AccountNegativeKeyword"
  /** Conversion goals of every kind. */
  | "ConversionGoal"
  /** Conversion goals of the kind event. */
  | "EventGoal"
  /** Conversion goals of the kind app install. */
  | "AppInstallGoal"
  /** Conversion goals of the kind multi stage. */
  | "MultiStageGoal"
  /** Conversion goals of the kind duration. */
  | "DurationGoal"
  /** Conversion goals of the kind offline conversion. */
  | "OfflineConversionGoal"
  /** Conversion goals of the kind url. */
  | "UrlGoal"
  /** Conversion goals of the kind in store transaction. */
  | "InStoreTransactionGoal"
  /** Conversion goals of the kind pages viewed per visit. */
  | "PagesViewedPerVisitGoal"
  /** Conversion goals of the kind smart. */
  | "SmartGoal"
  /** Conversion goals of the kind in store visit. */
  | "InStoreVisitGoal"
  /** Conversion goals of the kind product. */
  | "ProductGoal"
  /** Spans of time in which more or fewer conversions are expected. */
  | "SeasonalityAdjustments"
  /** Spans of time whose data automated bidding leaves out. */
  | "DataExclusions"
  /** Lists of brands. */
  | "BrandList"
  /** Brands in lists. */
  | "BrandItem"
  /** Which lists of brands campaigns use. */
  | "CampaignBrandListAssociation"
  /** Search themes of asset groups. */
  | "AssetGroupSearchThemes"
  /** Remarketing lists made of impressions. */
  | "ImpressionBasedRemarketingList"
  /** Which remarketing lists made of impressions ad groups target. */
  | "AdGroupImpressionBasedRemarketingListAssociations"
  /** Which remarketing lists made of impressions ad groups exclude. */
  | "AdGroupNegativeImpressionBasedRemarketingListAssociations"
  /** Which remarketing lists made of impressions campaigns target. */
  | "CampaignImpressionBasedRemarketingListAssociations"
  /** Which remarketing lists made of impressions campaigns exclude. */
  | "CampaignNegativeImpressionBasedRemarketingListAssociations"
  /** Web pages that asset groups target. */
  | "AssetGroupUrlTargets"
  /** Conversion goals of the kind new customer acquisition. */
  | "NewCustomerAcquisitionGoal"
  /** Rules that change the value of conversions. */
  | "ConversionValueRule"
  /** Lists of places where accounts do not advertise. */
  | "AccountPlacementExclusionList"
  /** Places in those lists. */
  | "AccountPlacementExclusionListItem"
  /** Which exclusion lists campaigns use. */
  | "CampaignAccountPlacementExclusionListAssociation"
  /** Lists of places where accounts advertise. */
  | "AccountPlacementInclusionList"
  /** Places in those lists. */
  | "AccountPlacementInclusionListItem"
  /** Which inclusion lists campaigns use. */
  | "CampaignAccountPlacementInclusionListAssociation"
  /** Topics that content is targeted by. */
  | "Topic"
  /** Placements of content. */
  | "ContentPlacement"
  /** Brand kits. */
  | "BrandKit"
  /** Custom segments. */
  | "CustomSegment"
  /** Which custom segments ad groups target. */
  | "AdGroupCustomSegmentAssociations"
  /** Lists of negative keywords for content, of accounts. */
  | "AccountContentNegativeKeywordList"
  /** Which accounts use which of those lists. */
  | "AccountContentNegativeKeywordListAssociation"
  /** Negative keywords in those lists. */
  | "AccountContentNegativeKeyword"
  | Unrecognized;
export const DownloadEntity: EnumCodec<DownloadEntity> = {
  kind: "enum",
  name: [tns, "DownloadEntity"],
  values: {
    Campaigns: true,
    AdGroups: true,
    Ads: true,
    Keywords: true,
    CampaignNegativeKeywords: true,
    AdGroupNegativeKeywords: true,
    CampaignTargetCriterions: true,
    AdGroupTargetCriterions: true,
    CampaignNegativeSites: true,
    AdGroupNegativeSites: true,
    CampaignLocationAdExtensions: true,
    CampaignCallAdExtensions: true,
    LocationAdExtensions: true,
    CallAdExtensions: true,
    NegativeKeywordLists: true,
    SharedNegativeKeywords: true,
    CampaignNegativeKeywordListAssociations: true,
    ImageAdExtensions: true,
    CampaignImageAdExtensions: true,
    AdGroupImageAdExtensions: true,
    AppAdExtensions: true,
    AdGroupAppAdExtensions: true,
    CampaignAppAdExtensions: true,
    PriceAdExtensions: true,
    ReviewAdExtensions: true,
    CampaignNegativeDynamicSearchAdTargets: true,
    AdGroupProductPartitions: true,
    CampaignProductScopes: true,
    CampaignReviewAdExtensions: true,
    AdGroupReviewAdExtensions: true,
    CalloutAdExtensions: true,
    CampaignCalloutAdExtensions: true,
    AdGroupCalloutAdExtensions: true,
    SitelinkAdExtensions: true,
    CampaignSitelinkAdExtensions: true,
    AdGroupSitelinkAdExtensions: true,
    StructuredSnippetAdExtensions: true,
    CampaignStructuredSnippetAdExtensions: true,
    AdGroupStructuredSnippetAdExtensions: true,
    RemarketingLists: true,
    AdGroupRemarketingListAssociations: true,
    Budgets: true,
    TextAds: true,
    ProductAds: true,
    AppInstallAds: true,
    ExpandedTextAds: true,
    DynamicSearchAds: true,
    AdGroupDynamicSearchAdTargets: true,
    AdGroupNegativeDynamicSearchAdTargets: true,
    CampaignPriceAdExtensions: true,
    AdGroupPriceAdExtensions: true,
    Labels: true,
    CampaignLabels: true,
    AdGroupLabels: true,
    TextAdLabels: true,
    KeywordLabels: true,
    AdGroupNegativeRemarketingListAssociations: true,
    CustomAudiences: true,
    AdGroupCustomAudienceAssociations: true,
    AdGroupNegativeCustomAudienceAssociations: true,
    InMarketAudiences: true,
    AdGroupInMarketAudienceAssociations: true,
    AdGroupNegativeInMarketAudienceAssociations: true,
    Audiences: true,
    AdGroupAudienceAssociations: true,
    AdGroupNegativeAudienceAssociations: true,
    ProductAdLabels: true,
    AppInstallAdLabels: true,
    ExpandedTextAdLabels: true,
    DynamicSearchAdLabels: true,
    AccountLocationAdExtensions: true,
    AccountImageAdExtensions: true,
    AccountAppAdExtensions: true,
    AccountPriceAdExtensions: true,
    AccountReviewAdExtensions: true,
    AccountCalloutAdExtensions: true,
    AccountSitelinkAdExtensions: true,
    AccountStructuredSnippetAdExtensions: true,
    ResponsiveAds: true,
    ResponsiveAdLabels: true,
    ProductAudiences: true,
    AdGroupProductAudienceAssociations: true,
    AdGroupNegativeProductAudienceAssociations: true,
    SimilarRemarketingLists: true,
    AdGroupSimilarRemarketingListAssociations: true,
    AdGroupNegativeSimilarRemarketingListAssociations: true,
    Experiments: true,
    ActionAdExtensions: true,
    CampaignActionAdExtensions: true,
    AdGroupActionAdExtensions: true,
    AccountActionAdExtensions: true,
    ResponsiveSearchAds: true,
    ResponsiveSearchAdLabels: true,
    CampaignAudienceAssociations: true,
    CampaignNegativeAudienceAssociations: true,
    CampaignCustomAudienceAssociations: true,
    CampaignNegativeCustomAudienceAssociations: true,
    CampaignInMarketAudienceAssociations: true,
    CampaignNegativeInMarketAudienceAssociations: true,
    CampaignProductAudienceAssociations: true,
    CampaignNegativeProductAudienceAssociations: true,
    CampaignRemarketingListAssociations: true,
    CampaignNegativeRemarketingListAssociations: true,
    CampaignSimilarRemarketingListAssociations: true,
    CampaignNegativeSimilarRemarketingListAssociations: true,
    Feeds: true,
    FeedItems: true,
    CampaignNegativeStoreCriterions: true,
    PromotionAdExtensions: true,
    AccountPromotionAdExtensions: true,
    CampaignPromotionAdExtensions: true,
    AdGroupPromotionAdExtensions: true,
    CombinedLists: true,
    AdGroupCombinedListAssociations: true,
    AdGroupNegativeCombinedListAssociations: true,
    CampaignCombinedListAssociations: true,
    CampaignNegativeCombinedListAssociations: true,
    Images: true,
    CustomerLists: true,
    AdGroupCustomerListAssociations: true,
    AdGroupNegativeCustomerListAssociations: true,
    CampaignCustomerListAssociations: true,
    CampaignNegativeCustomerListAssociations: true,
    FilterLinkAdExtensions: true,
    AccountFilterLinkAdExtensions: true,
    CampaignFilterLinkAdExtensions: true,
    AdGroupFilterLinkAdExtensions: true,
    FlyerAdExtensions: true,
    AccountFlyerAdExtensions: true,
    CampaignFlyerAdExtensions: true,
    AdGroupFlyerAdExtensions: true,
    BidStrategies: true,
    VideoAdExtensions: true,
    AccountVideoAdExtensions: true,
    CampaignVideoAdExtensions: true,
    AdGroupVideoAdExtensions: true,
    Videos: true,
    DisclaimerAdExtensions: true,
    CampaignDisclaimerAdExtensions: true,
    AdcustomizerAttribute: true,
    CampaignAdcustomizerAttribute: true,
    AdGroupAdcustomizerAttribute: true,
    KeywordAdcustomizerAttribute: true,
    CampaignConversionGoal: true,
    AdGroupHotelListingGroups: true,
    AssetGroups: true,
    AudienceGroups: true,
    CampaignNegativeWebpages: true,
    AudienceGroupAssetGroupAssociations: true,
    AssetGroupListingGroups: true,
    LogoAdExtensions: true,
    AccountLogoAdExtensions: true,
    CampaignLogoAdExtensions: true,
    AdGroupLogoAdExtensions: true,
    LeadFormAdExtensions: true,
    AccountLeadFormAdExtensions: true,
    CampaignLeadFormAdExtensions: true,
    AccountNegativeKeywordList: true,
    AccountNegativeKeywordListAssociation: true,
    AccountNegativeKeyword: true,
    ConversionGoal: true,
    EventGoal: true,
    AppInstallGoal: true,
    MultiStageGoal: true,
    DurationGoal: true,
    OfflineConversionGoal: true,
    UrlGoal: true,
    InStoreTransactionGoal: true,
    PagesViewedPerVisitGoal: true,
    SmartGoal: true,
    InStoreVisitGoal: true,
    ProductGoal: true,
    SeasonalityAdjustments: true,
    DataExclusions: true,
    BrandList: true,
    BrandItem: true,
    CampaignBrandListAssociation: true,
    AssetGroupSearchThemes: true,
    ImpressionBasedRemarketingList: true,
    AdGroupImpressionBasedRemarketingListAssociations: true,
    AdGroupNegativeImpressionBasedRemarketingListAssociations: true,
    CampaignImpressionBasedRemarketingListAssociations: true,
    CampaignNegativeImpressionBasedRemarketingListAssociations: true,
    AssetGroupUrlTargets: true,
    NewCustomerAcquisitionGoal: true,
    ConversionValueRule: true,
    AccountPlacementExclusionList: true,
    AccountPlacementExclusionListItem: true,
    CampaignAccountPlacementExclusionListAssociation: true,
    AccountPlacementInclusionList: true,
    AccountPlacementInclusionListItem: true,
    CampaignAccountPlacementInclusionListAssociation: true,
    Topic: true,
    ContentPlacement: true,
    BrandKit: true,
    CustomSegment: true,
    AdGroupCustomSegmentAssociations: true,
    AccountContentNegativeKeywordList: true,
    AccountContentNegativeKeywordListAssociation: true,
    AccountContentNegativeKeyword: true,
  },
};

/** Kinds of entities. */
export type ArrayOfDownloadEntity = readonly DownloadEntity[];
export const ArrayOfDownloadEntity: WrapperCodec<ArrayOfDownloadEntity> = {
  kind: "wrapper",
  name: [tns, "ArrayOfDownloadEntity"],
  item: { el: "DownloadEntity", count: "*", type: DownloadEntity },
};

/** Format of a file. */
export type DownloadFileType =
  /** Values with commas between them. */
  | "Csv"
  /** Values with tabs between them. */
  | "Tsv"
  | Unrecognized;
export const DownloadFileType: EnumCodec<DownloadFileType> = {
  kind: "enum",
  name: [tns, "DownloadFileType"],
  values: { Csv: true, Tsv: true },
};

/** Starts the download of whole accounts. */
export interface DownloadCampaignsByAccountIdsRequest {
  /** Ids of the accounts. */
  readonly AccountIds?: ArrayOflong | null;
  /** How the file is compressed; ZIP where it is absent. */
  readonly CompressionType?: CompressionType | null;
  /** Which data to give beside the entities' own. */
  readonly DataScope?: DataScope;
  /** Which entities to give. */
  readonly DownloadEntities?: ArrayOfDownloadEntity | null;
  /** Format of the file; comma-separated where it is absent. */
  readonly DownloadFileType?: DownloadFileType | null;
  /** Version of the file's format: `6.0`. */
  readonly FormatVersion?: string | null;
  /**
   * Only what has changed since then: the Sync Time of the account's record in the file before. Nil or absent for
   * everything. Not older than 30 days.
   */
  readonly LastSyncTimeInUTC?: DateTime | null;
}
export const DownloadCampaignsByAccountIdsRequest: StructCodec<DownloadCampaignsByAccountIdsRequest> = {
  kind: "struct",
  name: [tns, "DownloadCampaignsByAccountIdsRequest"],
  element: true,
  fields: {
    AccountIds: { el: "AccountIds", count: "?", nil: true, type: ArrayOflong },
    CompressionType: { el: "CompressionType", count: "?", nil: true, type: CompressionType },
    DataScope: { el: "DataScope", count: "?", type: DataScope },
    DownloadEntities: { el: "DownloadEntities", count: "?", nil: true, type: ArrayOfDownloadEntity },
    DownloadFileType: { el: "DownloadFileType", count: "?", nil: true, type: DownloadFileType },
    FormatVersion: { el: "FormatVersion", count: "?", nil: true, type: string },
    LastSyncTimeInUTC: { el: "LastSyncTimeInUTC", count: "?", nil: true, type: dateTime },
  },
};

/** The download that was started. */
export interface DownloadCampaignsByAccountIdsResponse {
  /** Id to ask for its status with, for two days. */
  readonly DownloadRequestId?: string | null;
}
export const DownloadCampaignsByAccountIdsResponse: StructCodec<DownloadCampaignsByAccountIdsResponse> = {
  kind: "struct",
  name: [tns, "DownloadCampaignsByAccountIdsResponse"],
  element: true,
  fields: { DownloadRequestId: { el: "DownloadRequestId", count: "?", nil: true, type: string } },
};

/** Header entries of requests. */
export interface BulkServiceRequestHeaders {
  /** Reserved. It is not documented. */
  readonly ApplicationToken?: string | null;
  /** OAuth access token of a user who may use the accounts. A secret. */
  readonly AuthenticationToken?: string | null;
  /** Id of the account that the call is about. */
  readonly CustomerAccountId?: string | null;
  /** Id of the customer that the call is made for. */
  readonly CustomerId?: string | null;
  /** Token of the application's developer. A secret. */
  readonly DeveloperToken?: string | null;
  /** Reserved; AuthenticationToken says who calls. A secret. */
  readonly Password?: string | null;
  /** Reserved; AuthenticationToken says who calls. */
  readonly UserName?: string | null;
}
export const BulkServiceRequestHeaders: StructCodec<BulkServiceRequestHeaders> = {
  kind: "struct",
  name: [tns, "BulkServiceRequestHeaders"],
  fields: {
    ApplicationToken: { el: "ApplicationToken", count: "?", nil: true, type: string },
    AuthenticationToken: { el: "AuthenticationToken", count: "?", nil: true, type: string },
    CustomerAccountId: { el: "CustomerAccountId", count: "?", nil: true, type: string },
    CustomerId: { el: "CustomerId", count: "?", nil: true, type: string },
    DeveloperToken: { el: "DeveloperToken", count: "?", nil: true, type: string },
    Password: { el: "Password", count: "?", nil: true, type: string },
    UserName: { el: "UserName", count: "?", nil: true, type: string },
  },
};

/** Header entries of answers. */
export interface BulkServiceResponseHeaders {
  /** In answers: id of the call, to be given to the vendor's support. */
  readonly TrackingId?: string | null;
}
export const BulkServiceResponseHeaders: StructCodec<BulkServiceResponseHeaders> = {
  kind: "struct",
  name: [tns, "BulkServiceResponseHeaders"],
  fields: { TrackingId: { el: "TrackingId", count: "?", nil: true, type: string } },
};

/** An error of the platform. */
export interface AdApiError {
  /**
   * Number of the error. 105: wrong credentials. 106: not allowed. 109: the token has expired. 117: too many calls,
   * wait a minute.
   */
  readonly Code?: Int;
  /** More about the error. Other errors call it Details. */
  readonly Detail?: string | null;
  /** Name of the error: `AuthenticationTokenExpired`. */
  readonly ErrorCode?: string | null;
  /** What went wrong, for people. */
  readonly Message?: string | null;
}
export const AdApiError: StructCodec<AdApiError> = {
  kind: "struct",
  name: [adapiNamespace, "AdApiError"],
  fields: {
    Code: { el: "Code", count: "?", type: int },
    Detail: { el: "Detail", count: "?", nil: true, type: string },
    ErrorCode: { el: "ErrorCode", count: "?", nil: true, type: string },
    Message: { el: "Message", count: "?", nil: true, type: string },
  },
};

/** Errors. */
export type ArrayOfAdApiError = readonly (AdApiError | null)[];
export const ArrayOfAdApiError: WrapperCodec<ArrayOfAdApiError> = {
  kind: "wrapper",
  name: [adapiNamespace, "ArrayOfAdApiError"],
  item: { el: "AdApiError", count: "*", nil: true, type: AdApiError },
};

/** Why the platform refused a call. */
export interface AdApiFaultDetail {
  /** Id of the call, to be given to the vendor's support. */
  readonly TrackingId?: string | null;
  /** The errors. */
  readonly Errors?: ArrayOfAdApiError | null;
}
export const AdApiFaultDetail: StructCodec<AdApiFaultDetail> = {
  kind: "struct",
  name: [adapiNamespace, "AdApiFaultDetail"],
  fields: {
    TrackingId: { el: "TrackingId", count: "?", nil: true, type: string },
    Errors: { el: "Errors", count: "?", nil: true, type: ArrayOfAdApiError },
  },
};

/** A value and its name. */
export interface KeyValuePairOfstringstring {
  /** The name. */
  readonly key: string | null;
  /** The value. */
  readonly value: string | null;
}
export const KeyValuePairOfstringstring: StructCodec<KeyValuePairOfstringstring> = {
  kind: "struct",
  name: [genericNamespace, "KeyValuePairOfstringstring"],
  fields: {
    key: { el: "key", count: "1", nil: true, type: string },
    value: { el: "value", count: "1", nil: true, type: string },
  },
};

/** Values by name. */
export type ArrayOfKeyValuePairOfstringstring = readonly KeyValuePairOfstringstring[];
export const ArrayOfKeyValuePairOfstringstring: WrapperCodec<ArrayOfKeyValuePairOfstringstring> = {
  kind: "wrapper",
  name: [genericNamespace, "ArrayOfKeyValuePairOfstringstring"],
  item: { el: "KeyValuePairOfstringstring", count: "*", type: KeyValuePairOfstringstring },
};

/** An error of one item of a request. */
export interface BatchError {
  /** Tells the types apart that can stand in one place. */
  readonly $type?: "BatchError";
  /** Number of the error. */
  readonly Code?: Int;
  /** More about the error. */
  readonly Details?: string | null;
  /** Name of the error. */
  readonly ErrorCode?: string | null;
  /** Field that the error is about. */
  readonly FieldPath?: string | null;
  /** Values that have no element of their own yet. Empty at present. */
  readonly ForwardCompatibilityMap?: ArrayOfKeyValuePairOfstringstring | null;
  /** Place of the item in the request, from 0. */
  readonly Index?: Int;
  /** What went wrong, for people. */
  readonly Message?: string | null;
  /** Kind of the error: the name of its type. */
  readonly Type?: string | null;
}
export const BatchError: StructCodec<BatchError> = {
  kind: "struct",
  name: [tns, "BatchError"],
  tag: "BatchError",
  fields: {
    Code: { el: "Code", count: "?", type: int },
    Details: { el: "Details", count: "?", nil: true, type: string },
    ErrorCode: { el: "ErrorCode", count: "?", nil: true, type: string },
    FieldPath: { el: "FieldPath", count: "?", nil: true, type: string },
    ForwardCompatibilityMap: {
      el: "ForwardCompatibilityMap",
      count: "?",
      nil: true,
      type: ArrayOfKeyValuePairOfstringstring,
    },
    Index: { el: "Index", count: "?", type: int },
    Message: { el: "Message", count: "?", nil: true, type: string },
    Type: { el: "Type", count: "?", nil: true, type: string },
  },
};

/** An item was refused by an editorial rule. */
export interface EditorialError {
  /** Tells the types apart that can stand in one place. */
  readonly $type: "EditorialError";
  /** Number of the error. */
  readonly Code?: Int;
  /** More about the error. */
  readonly Details?: string | null;
  /** Name of the error. */
  readonly ErrorCode?: string | null;
  /** Field that the error is about. */
  readonly FieldPath?: string | null;
  /** Values that have no element of their own yet. Empty at present. */
  readonly ForwardCompatibilityMap?: ArrayOfKeyValuePairOfstringstring | null;
  /** Place of the item in the request, from 0. */
  readonly Index?: Int;
  /** What went wrong, for people. */
  readonly Message?: string | null;
  /** Kind of the error: the name of its type. */
  readonly Type?: string | null;
  /** Whether the decision can be appealed against. */
  readonly Appealable?: boolean | null;
  /** Text that was refused. */
  readonly DisapprovedText?: string | null;
  /** Field that the text is in. */
  readonly Location?: string | null;
  /** Country whose rule it is. */
  readonly PublisherCountry?: string | null;
  /** Number of the rule. */
  readonly ReasonCode?: Int;
}
export const EditorialError: StructCodec<EditorialError> = {
  kind: "struct",
  name: [tns, "EditorialError"],
  tag: "EditorialError",
  fields: {
    Code: { el: "Code", count: "?", type: int },
    Details: { el: "Details", count: "?", nil: true, type: string },
    ErrorCode: { el: "ErrorCode", count: "?", nil: true, type: string },
    FieldPath: { el: "FieldPath", count: "?", nil: true, type: string },
    ForwardCompatibilityMap: {
      el: "ForwardCompatibilityMap",
      count: "?",
      nil: true,
      type: ArrayOfKeyValuePairOfstringstring,
    },
    Index: { el: "Index", count: "?", type: int },
    Message: { el: "Message", count: "?", nil: true, type: string },
    Type: { el: "Type", count: "?", nil: true, type: string },
    Appealable: { el: "Appealable", count: "?", nil: true, type: boolean },
    DisapprovedText: { el: "DisapprovedText", count: "?", nil: true, type: string },
    Location: { el: "Location", count: "?", nil: true, type: string },
    PublisherCountry: { el: "PublisherCountry", count: "?", nil: true, type: string },
    ReasonCode: { el: "ReasonCode", count: "?", type: int },
  },
};

/** BatchError, or a type derived from it: `$type` tells which. */
export type AnyBatchError = BatchError | EditorialError;
export const AnyBatchError: PolyCodec<AnyBatchError> = {
  kind: "poly",
  name: [tns, "BatchError"],
  types: { BatchError, EditorialError },
};

/** Errors of items. */
export type ArrayOfBatchError = readonly (AnyBatchError | null)[];
export const ArrayOfBatchError: WrapperCodec<ArrayOfBatchError> = {
  kind: "wrapper",
  name: [tns, "ArrayOfBatchError"],
  item: { el: "BatchError", count: "*", nil: true, type: AnyBatchError },
};

/** An error of a call as a whole, or of the job that it started. */
export interface OperationError {
  /** Number of the error. 0: try again. 109: the token has expired. 117: too many calls, wait a minute. */
  readonly Code?: Int;
  /** More about the error. AdApiError calls it Detail. */
  readonly Details?: string | null;
  /** Name of the error. */
  readonly ErrorCode?: string | null;
  /** What went wrong, for people. */
  readonly Message?: string | null;
}
export const OperationError: StructCodec<OperationError> = {
  kind: "struct",
  name: [tns, "OperationError"],
  fields: {
    Code: { el: "Code", count: "?", type: int },
    Details: { el: "Details", count: "?", nil: true, type: string },
    ErrorCode: { el: "ErrorCode", count: "?", nil: true, type: string },
    Message: { el: "Message", count: "?", nil: true, type: string },
  },
};

/** Errors of a call. */
export type ArrayOfOperationError = readonly (OperationError | null)[];
export const ArrayOfOperationError: WrapperCodec<ArrayOfOperationError> = {
  kind: "wrapper",
  name: [tns, "ArrayOfOperationError"],
  item: { el: "OperationError", count: "*", nil: true, type: OperationError },
};

/** Why the service refused a call. TrackingId is in the namespace of the base type, the rest in this one. */
export interface ApiFaultDetail {
  /** Id of the call, to be given to the vendor's support. */
  readonly TrackingId?: string | null;
  /** Errors of single items of the request. */
  readonly BatchErrors?: ArrayOfBatchError | null;
  /** Errors of the call as a whole. */
  readonly OperationErrors?: ArrayOfOperationError | null;
}
export const ApiFaultDetail: StructCodec<ApiFaultDetail> = {
  kind: "struct",
  name: [tns, "ApiFaultDetail"],
  fields: {
    TrackingId: { el: "TrackingId", ns: adapiNamespace, count: "?", nil: true, type: string },
    BatchErrors: { el: "BatchErrors", count: "?", nil: true, type: ArrayOfBatchError },
    OperationErrors: { el: "OperationErrors", count: "?", nil: true, type: ArrayOfOperationError },
  },
};

/** A campaign and its account. */
export interface CampaignScope {
  /** Id of the campaign. */
  readonly CampaignId?: Long;
  /** Id of the account that the campaign is in. */
  readonly ParentAccountId?: Long;
}
export const CampaignScope: StructCodec<CampaignScope> = {
  kind: "struct",
  name: [tns, "CampaignScope"],
  fields: {
    CampaignId: { el: "CampaignId", count: "?", type: long },
    ParentAccountId: { el: "ParentAccountId", count: "?", type: long },
  },
};

/** Campaigns. */
export type ArrayOfCampaignScope = readonly (CampaignScope | null)[];
export const ArrayOfCampaignScope: WrapperCodec<ArrayOfCampaignScope> = {
  kind: "wrapper",
  name: [tns, "ArrayOfCampaignScope"],
  item: { el: "CampaignScope", count: "*", nil: true, type: CampaignScope },
};

/** Starts the download of single campaigns. */
export interface DownloadCampaignsByCampaignIdsRequest {
  /** The campaigns, at most 1,000. */
  readonly Campaigns?: ArrayOfCampaignScope | null;
  /** How the file is compressed; ZIP where it is absent. */
  readonly CompressionType?: CompressionType | null;
  /** Which data to give beside the entities' own. */
  readonly DataScope?: DataScope;
  /** Which entities to give. */
  readonly DownloadEntities?: ArrayOfDownloadEntity | null;
  /** Format of the file; comma-separated where it is absent. */
  readonly DownloadFileType?: DownloadFileType | null;
  /** Version of the file's format: `6.0`. */
  readonly FormatVersion?: string | null;
  /**
   * Only what has changed since then: the Sync Time of the account's record in the file before. Nil or absent for
   * everything. Not older than 30 days.
   */
  readonly LastSyncTimeInUTC?: DateTime | null;
}
export const DownloadCampaignsByCampaignIdsRequest: StructCodec<DownloadCampaignsByCampaignIdsRequest> = {
  kind: "struct",
  name: [tns, "DownloadCampaignsByCampaignIdsRequest"],
  element: true,
  fields: {
    Campaigns: { el: "Campaigns", count: "?", nil: true, type: ArrayOfCampaignScope },
    CompressionType: { el: "CompressionType", count: "?", nil: true, type: CompressionType },
    DataScope: { el: "DataScope", count: "?", type: DataScope },
    DownloadEntities: { el: "DownloadEntities", count: "?", nil: true, type: ArrayOfDownloadEntity },
    DownloadFileType: { el: "DownloadFileType", count: "?", nil: true, type: DownloadFileType },
    FormatVersion: { el: "FormatVersion", count: "?", nil: true, type: string },
    LastSyncTimeInUTC: { el: "LastSyncTimeInUTC", count: "?", nil: true, type: dateTime },
  },
};

/** The download that was started. */
export interface DownloadCampaignsByCampaignIdsResponse {
  /** Id to ask for its status with, for two days. */
  readonly DownloadRequestId?: string | null;
}
export const DownloadCampaignsByCampaignIdsResponse: StructCodec<DownloadCampaignsByCampaignIdsResponse> = {
  kind: "struct",
  name: [tns, "DownloadCampaignsByCampaignIdsResponse"],
  element: true,
  fields: { DownloadRequestId: { el: "DownloadRequestId", count: "?", nil: true, type: string } },
};

/** Asks how a download stands. */
export interface GetBulkDownloadStatusRequest {
  /** Id of the download: its DownloadRequestId. */
  readonly RequestId?: string | null;
}
export const GetBulkDownloadStatusRequest: StructCodec<GetBulkDownloadStatusRequest> = {
  kind: "struct",
  name: [tns, "GetBulkDownloadStatusRequest"],
  element: true,
  fields: { RequestId: { el: "RequestId", count: "?", nil: true, type: string } },
};

/** How a download stands. */
export interface GetBulkDownloadStatusResponse {
  /** What went wrong while the job ran. A successful call can report a failed job here. */
  readonly Errors?: ArrayOfOperationError | null;
  /** Values that have no element of their own yet. Empty at present. */
  readonly ForwardCompatibilityMap?: ArrayOfKeyValuePairOfstringstring | null;
  /** How much of the job is done, from 0 to 100. Falls back to 0 when the job fails. */
  readonly PercentComplete?: Int;
  /**
   * How far the download is: `InProgress`, `Completed`, `Failed`, or `FailedFullSyncRequired` when the changes since
   * LastSyncTimeInUTC cannot be told any more. The list is open, so the type is a string, as in the vendor's contract.
   */
  readonly RequestStatus?: string | null;
  /** Where the file is, for five minutes; asking for the status again gives a new address. Nil until there is one. */
  readonly ResultFileUrl?: string | null;
}
export const GetBulkDownloadStatusResponse: StructCodec<GetBulkDownloadStatusResponse> = {
  kind: "struct",
  name: [tns, "GetBulkDownloadStatusResponse"],
  element: true,
  fields: {
    Errors: { el: "Errors", count: "?", nil: true, type: ArrayOfOperationError },
    ForwardCompatibilityMap: {
      el: "ForwardCompatibilityMap",
      count: "?",
      nil: true,
      type: ArrayOfKeyValuePairOfstringstring,
    },
    PercentComplete: { el: "PercentComplete", count: "?", type: int },
    RequestStatus: { el: "RequestStatus", count: "?", nil: true, type: string },
    ResultFileUrl: { el: "ResultFileUrl", count: "?", nil: true, type: string },
  },
};

/** What the result of an upload has. */
export type ResponseMode =
  /** Errors. */
  | "ErrorsOnly"
  /** Errors, and every record as it is now. */
  | "ErrorsAndResults"
  | Unrecognized;
export const ResponseMode: EnumCodec<ResponseMode> = {
  kind: "enum",
  name: [tns, "ResponseMode"],
  values: { ErrorsOnly: true, ErrorsAndResults: true },
};

/** Asks for an address to upload a file to. The order of the elements counts. */
export interface GetBulkUploadUrlRequest {
  /** What the result shall have. */
  readonly ResponseMode?: ResponseMode;
  /** Id of the account that the file is for. */
  readonly AccountId?: Long;
}
export const GetBulkUploadUrlRequest: StructCodec<GetBulkUploadUrlRequest> = {
  kind: "struct",
  name: [tns, "GetBulkUploadUrlRequest"],
  element: true,
  fields: {
    ResponseMode: { el: "ResponseMode", count: "?", type: ResponseMode },
    AccountId: { el: "AccountId", count: "?", type: long },
  },
};

/** Where to upload a file to. */
export interface GetBulkUploadUrlResponse {
  /** Id of the upload, to ask for its status with. */
  readonly RequestId?: string | null;
  /**
   * Address to POST the file to, as multipart/form-data, within 15 minutes and with the credentials of this call as
   * HTTP headers.
   */
  readonly UploadUrl?: string | null;
}
export const GetBulkUploadUrlResponse: StructCodec<GetBulkUploadUrlResponse> = {
  kind: "struct",
  name: [tns, "GetBulkUploadUrlResponse"],
  element: true,
  fields: {
    RequestId: { el: "RequestId", count: "?", nil: true, type: string },
    UploadUrl: { el: "UploadUrl", count: "?", nil: true, type: string },
  },
};

/** Asks how an upload stands. */
export interface GetBulkUploadStatusRequest {
  /** Id of the upload, from GetBulkUploadUrl. */
  readonly RequestId?: string | null;
}
export const GetBulkUploadStatusRequest: StructCodec<GetBulkUploadStatusRequest> = {
  kind: "struct",
  name: [tns, "GetBulkUploadStatusRequest"],
  element: true,
  fields: { RequestId: { el: "RequestId", count: "?", nil: true, type: string } },
};

/** How an upload stands. */
export interface GetBulkUploadStatusResponse {
  /** What went wrong while the job ran. A successful call can report a failed job here. */
  readonly Errors?: ArrayOfOperationError | null;
  /** Values that have no element of their own yet. Empty at present. */
  readonly ForwardCompatibilityMap?: ArrayOfKeyValuePairOfstringstring | null;
  /** How much of the job is done, from 0 to 100. Falls back to 0 when the job fails. */
  readonly PercentComplete?: Int;
  /**
   * How far the upload is: `PendingFileUpload` (the file was not received), `FileUploaded` (it waits), `InProgress`,
   * `Completed`, `CompletedWithErrors` (records failed, perhaps all of them), `Failed`, `UploadFileRowCountExceeded`,
   * `UploadFileFormatNotSupported`. `Aborted` and `Expired` are reserved. The list is open, so the type is a string, as
   * in the vendor's contract.
   */
  readonly RequestStatus?: string | null;
  /** Where the file is, for five minutes; asking for the status again gives a new address. Nil until there is one. */
  readonly ResultFileUrl?: string | null;
}
export const GetBulkUploadStatusResponse: StructCodec<GetBulkUploadStatusResponse> = {
  kind: "struct",
  name: [tns, "GetBulkUploadStatusResponse"],
  element: true,
  fields: {
    Errors: { el: "Errors", count: "?", nil: true, type: ArrayOfOperationError },
    ForwardCompatibilityMap: {
      el: "ForwardCompatibilityMap",
      count: "?",
      nil: true,
      type: ArrayOfKeyValuePairOfstringstring,
    },
    PercentComplete: { el: "PercentComplete", count: "?", type: int },
    RequestStatus: { el: "RequestStatus", count: "?", nil: true, type: string },
    ResultFileUrl: { el: "ResultFileUrl", count: "?", nil: true, type: string },
  },
};

/** Texts. */
export type ArrayOfstring = readonly (string | null)[];
export const ArrayOfstring: WrapperCodec<ArrayOfstring> = {
  kind: "wrapper",
  name: [arraysNamespace, "ArrayOfstring"],
  item: { el: "string", count: "*", nil: true, type: string },
};

/** Uploads a few records and processes them at once. */
export interface UploadEntityRecordsRequest {
  /** The records: lines of a file, its header first, at most 1,000. */
  readonly EntityRecords?: ArrayOfstring | null;
  /** What the answer shall have. */
  readonly ResponseMode?: ResponseMode;
  /** Id of the account that the records are for. */
  readonly AccountId?: Long;
}
export const UploadEntityRecordsRequest: StructCodec<UploadEntityRecordsRequest> = {
  kind: "struct",
  name: [tns, "UploadEntityRecordsRequest"],
  element: true,
  fields: {
    EntityRecords: { el: "EntityRecords", count: "?", nil: true, type: ArrayOfstring },
    ResponseMode: { el: "ResponseMode", count: "?", type: ResponseMode },
    AccountId: { el: "AccountId", count: "?", type: long },
  },
};

/** What became of the records, or the upload that will process them. */
export interface UploadEntityRecordsResponse {
  /** The records with their results: lines of a file. */
  readonly EntityRecords?: ArrayOfstring | null;
  /** What went wrong with the call as a whole. */
  readonly Errors?: ArrayOfOperationError | null;
  /** Id of the upload, where the service processes the records later after all. */
  readonly RequestId?: string | null;
  /** How far the records are; the words of GetBulkUploadStatus. */
  readonly RequestStatus?: string | null;
}
export const UploadEntityRecordsResponse: StructCodec<UploadEntityRecordsResponse> = {
  kind: "struct",
  name: [tns, "UploadEntityRecordsResponse"],
  element: true,
  fields: {
    EntityRecords: { el: "EntityRecords", count: "?", nil: true, type: ArrayOfstring },
    Errors: { el: "Errors", count: "?", nil: true, type: ArrayOfOperationError },
    RequestId: { el: "RequestId", count: "?", nil: true, type: string },
    RequestStatus: { el: "RequestStatus", count: "?", nil: true, type: string },
  },
};

/** Why the platform refused a call before it reached the service: bad or expired credentials, too many calls. */
export const AdApiFaultDetailElement: ElementCodec<AdApiFaultDetail> = {
  kind: "element",
  name: [adapiNamespace, "AdApiFaultDetail"],
  type: AdApiFaultDetail,
};

/** Why the service refused a call. */
export const ApiFaultDetailElement: ElementCodec<ApiFaultDetail> = {
  kind: "element",
  name: [tns, "ApiFaultDetail"],
  type: ApiFaultDetail,
};

/** The service in production. The sandbox has the host bulk.api.sandbox.bingads.microsoft.com and the same path. */
export interface BulkService {
  /** Starts the download of whole accounts. Ask GetBulkDownloadStatus for the file. */
  readonly DownloadCampaignsByAccountIds: {
    readonly input: DownloadCampaignsByAccountIdsRequest;
    readonly headers: BulkServiceRequestHeaders;
    readonly output: DownloadCampaignsByAccountIdsResponse;
    readonly outputHeaders: BulkServiceResponseHeaders;
    readonly faults: { readonly AdApiFaultDetail: AdApiFaultDetail; readonly ApiFaultDetail: ApiFaultDetail };
  };
  /** Starts the download of single campaigns. Ask GetBulkDownloadStatus for the file. */
  readonly DownloadCampaignsByCampaignIds: {
    readonly input: DownloadCampaignsByCampaignIdsRequest;
    readonly headers: BulkServiceRequestHeaders;
    readonly output: DownloadCampaignsByCampaignIdsResponse;
    readonly outputHeaders: BulkServiceResponseHeaders;
    readonly faults: { readonly AdApiFaultDetail: AdApiFaultDetail; readonly ApiFaultDetail: ApiFaultDetail };
  };
  /**
   * Tells how a download stands and, once it is completed, where the file is. Ask every 15 to 20 seconds, for large
   * accounts every minute.
   */
  readonly GetBulkDownloadStatus: {
    readonly input: GetBulkDownloadStatusRequest;
    readonly headers: BulkServiceRequestHeaders;
    readonly output: GetBulkDownloadStatusResponse;
    readonly outputHeaders: BulkServiceResponseHeaders;
    readonly faults: { readonly AdApiFaultDetail: AdApiFaultDetail; readonly ApiFaultDetail: ApiFaultDetail };
  };
  /** Gives an address to upload a file to. Ask GetBulkUploadStatus how the upload stands. */
  readonly GetBulkUploadUrl: {
    readonly input: GetBulkUploadUrlRequest;
    readonly headers: BulkServiceRequestHeaders;
    readonly output: GetBulkUploadUrlResponse;
    readonly outputHeaders: BulkServiceResponseHeaders;
    readonly faults: { readonly AdApiFaultDetail: AdApiFaultDetail; readonly ApiFaultDetail: ApiFaultDetail };
  };
  /**
   * Tells how an upload stands and, once it has ended, where the result is. Wait a minute for every 10,000 rows, then
   * ask every minute.
   */
  readonly GetBulkUploadStatus: {
    readonly input: GetBulkUploadStatusRequest;
    readonly headers: BulkServiceRequestHeaders;
    readonly output: GetBulkUploadStatusResponse;
    readonly outputHeaders: BulkServiceResponseHeaders;
    readonly faults: { readonly AdApiFaultDetail: AdApiFaultDetail; readonly ApiFaultDetail: ApiFaultDetail };
  };
  /** Uploads a few records and answers with their results at once. */
  readonly UploadEntityRecords: {
    readonly input: UploadEntityRecordsRequest;
    readonly headers: BulkServiceRequestHeaders;
    readonly output: UploadEntityRecordsResponse;
    readonly outputHeaders: BulkServiceResponseHeaders;
    readonly faults: { readonly AdApiFaultDetail: AdApiFaultDetail; readonly ApiFaultDetail: ApiFaultDetail };
  };
}
export const BulkService: SoapService<BulkService> = {
  protocol: soap,
  name: "BulkService",
  endpoint: "https://bulk.api.bingads.microsoft.com/Api/Advertiser/CampaignManagement/v13/BulkService.svc",
  operations: {
    DownloadCampaignsByAccountIds: {
      action: "DownloadCampaignsByAccountIds",
      input: DownloadCampaignsByAccountIdsRequest,
      headers: BulkServiceRequestHeaders,
      output: DownloadCampaignsByAccountIdsResponse,
      outputHeaders: BulkServiceResponseHeaders,
      faults: { AdApiFaultDetail: AdApiFaultDetailElement, ApiFaultDetail: ApiFaultDetailElement },
    },
    DownloadCampaignsByCampaignIds: {
      action: "DownloadCampaignsByCampaignIds",
      input: DownloadCampaignsByCampaignIdsRequest,
      headers: BulkServiceRequestHeaders,
      output: DownloadCampaignsByCampaignIdsResponse,
      outputHeaders: BulkServiceResponseHeaders,
      faults: { AdApiFaultDetail: AdApiFaultDetailElement, ApiFaultDetail: ApiFaultDetailElement },
    },
    GetBulkDownloadStatus: {
      action: "GetBulkDownloadStatus",
      input: GetBulkDownloadStatusRequest,
      headers: BulkServiceRequestHeaders,
      output: GetBulkDownloadStatusResponse,
      outputHeaders: BulkServiceResponseHeaders,
      faults: { AdApiFaultDetail: AdApiFaultDetailElement, ApiFaultDetail: ApiFaultDetailElement },
    },
    GetBulkUploadUrl: {
      action: "GetBulkUploadUrl",
      input: GetBulkUploadUrlRequest,
      headers: BulkServiceRequestHeaders,
      output: GetBulkUploadUrlResponse,
      outputHeaders: BulkServiceResponseHeaders,
      faults: { AdApiFaultDetail: AdApiFaultDetailElement, ApiFaultDetail: ApiFaultDetailElement },
    },
    GetBulkUploadStatus: {
      action: "GetBulkUploadStatus",
      input: GetBulkUploadStatusRequest,
      headers: BulkServiceRequestHeaders,
      output: GetBulkUploadStatusResponse,
      outputHeaders: BulkServiceResponseHeaders,
      faults: { AdApiFaultDetail: AdApiFaultDetailElement, ApiFaultDetail: ApiFaultDetailElement },
    },
    UploadEntityRecords: {
      action: "UploadEntityRecords",
      input: UploadEntityRecordsRequest,
      headers: BulkServiceRequestHeaders,
      output: UploadEntityRecordsResponse,
      outputHeaders: BulkServiceResponseHeaders,
      faults: { AdApiFaultDetail: AdApiFaultDetailElement, ApiFaultDetail: ApiFaultDetailElement },
    },
  },
};
