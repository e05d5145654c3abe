/** Where the messages of node-soap's tests do not come to the JSON that node-soap expects, and why. */

const D = "Dummy__should_";
const cdata = "SendCDATA__cdata_";
const preserved = "preserves_leading_and_trailing_whitespace_when_preserveWhitespace_option_is_true";
const execFile = "execFile__valid_xml_generated_on_request_with_complex_type_element_form_default_";

/** Messages (`case/part`) by the reason that they have in common. */
export const deviations: readonly (readonly [reason: string, cases: readonly string[]])[] = [
  [
    "the message has nil for what the contract says has a value: node-soap makes it null, whatever the type",
    [`${D}escape_xml/response`, `${D}handle_nil/response`, `${D}handle_nil_as_null/response`, `${D}parse_nil/response`],
  ],
  [
    "the message leaves out what the contract says is there: node-soap checks nothing",
    [
      `${D}add_prefix_for_unqualified_global_elements/response`,
      `${D}deserialize_basic_types/response`,
      `${D}handle_inline_types/response`,
      "GetItemInformation__should_ignore_default_namespace_from_schema/request",
      "IndienenBericht__should_work_with_deeply_nested_XML_messages/request",
      "RetrieveCustomerDetails__returning_a_date_should_parse_the_date/request",
      "UpdateProfile__correct_namespaces_for_elements_with_base_ignorednamespaces/request",
      "UpdateProfile__correct_namespaces_in_sequence_with_imports/request",
      "UpdateProfile__correct_namespaces_other_prefixes/request",
      "addPrefix__should_add_namespace_on_output_message/response",
      "createData__should_generate_complex_type_request/request",
      "createData__should_generate_complex_type_request/response",
      "getMessage__does_not_use_schema_xmlns/request",
      "getMessage__force_use_schema_xmlns/request",
    ],
  ],
  [
    "the message has a value that its type does not have: node-soap takes any text",
    [
      "IndienenBericht__should_work_with_deeply_nested_XML_messages/response",
      "RetrieveFareQuoteDateRange__should_handle_child_namespaces/request",
      "administrate__Complex_json_object_namespace_issue/request",
      "getAttachments__should_handle_MTOM_response/response",
      "getAttachments__should_handle_not_MTOM_response/response",
    ],
  ],
  [
    "the element in the body is another than the contract's: node-soap looks at local names, or not at all",
    [
      "Dummy__ref_element_should_have_correct_namespace_with_overrideElementKey/response",
      `${cdata}is_handled_correctly/response`,
      `${cdata}${preserved}/response`,
      `${cdata}removes_leading_and_trailing_whitespace_by_default/response`,
      "administrate__Complex_json_object_namespace_issue/response",
      `${execFile}missing/response`,
      `${execFile}qualified/response`,
      `${execFile}unqualified/response`,
      "fooOp__should_return_back_good_response_object/request",
      "getAvailability__should_not_fail_without_children/request",
    ],
  ],
  [
    "the message has elements or attributes that the contract does not have: they are reported, and no part of the value",
    [
      `${D}add_prefix_for_unqualified_global_elements/request`,
      `${D}handle_attributes_in_request/request`,
      `${D}ignore_custom_defined_namespaces/request`,
      `${D}ignore_defined_namespaces/request`,
      `${D}use_defined_value_key/request`,
      `${D}use_defined_xml_key/request`,
      "GetItemInformation__should_ignore_default_namespace_from_schema/response",
      "GetSubscription__should_handle_ref_minOccurs_and_maxOccurs/response",
      "addList__complex_extension_namespace_for_arrays/request",
      "addList__complex_extension_namespace_for_arrays/response",
      "get__complex_extension_with_explicit_namespace/request",
      "get__complex_extension_without_explicit_namespace/request",
      "update__complex_extension_fields_in_parent_without_explicit_namespace/request",
      "update__complex_extension_fields_in_parent_without_explicit_namespace/response",
      "update__complex_extension_with_array_attributes/response",
    ],
  ],
  [
    "the contract has a default, which node-soap leaves out",
    [
      "GetSubscription__should_handle_ref_minOccurs_and_maxOccurs/request",
      "update__complex_extension_with_array_attributes/request",
    ],
  ],
  [
    "the JSON shows an option of node-soap: another key for values, XML in a text that is parsed as well, text that is written as it is",
    [
      "Dummy__ref_element_should_have_correct_namespace_with_overrideElementKey/request",
      `${D}handle_cdata_xml_in_response/response`,
      `${D}ignore_defined_namespaces/response`,
      `${cdata}is_handled_correctly/request`,
      `${cdata}${preserved}/request`,
      `${cdata}removes_leading_and_trailing_whitespace_by_default/request`,
    ],
  ],
  [
    "the JSON has bstrResourceId, the message and the contract have bstrResourceID: node-soap's test does not notice",
    [
      "Message__Messages_suffixed_with_In_Out/request",
      "Message__Messages_suffixed_with_Input_Output/request",
      "Message__Messages_suffixed_with_Request_Response/request",
      "Message__overriding_namespace_prefix/request",
    ],
  ],
  [
    "an array of SOAP's encoding is an array, where node-soap has an object with the name of its items",
    ["multiCall__rpc_stype_request_xsi_attributes/request", "multiCall__rpc_stype_request_xsi_attributes/response"],
  ],
  [
    "the schema of the type is absent or no XML: its content is kept as it is, where node-soap guesses",
    ["login__complex_schema_xmlns_with_array_and_any_type_and_other_types/response"],
  ],
  [
    "the message is no XML with namespaces, or no SOAP: node-soap reads it all the same",
    [
      "GET_DATA__should_work_with_more_deeply_nested_XML_messages_and_without_security/request",
      "addPets__force_namespaces/request",
      "fooOp__should_return_back_good_response_object/response",
      "getAppointmentNumber__should_be_able_to_parse_response/response",
    ],
  ],
  [
    "the contract is no XML with namespaces, or names an element that is nowhere",
    [
      `${D}use_defined_xml_key_in_first_level_for_rpc/request`,
      `${D}use_defined_xml_key_in_first_level_for_rpc/response`,
      "SetResource__should_correctly_set_element_if_complex-type_has_same_name/request",
      "SetResource__should_correctly_set_element_if_complex-type_has_same_name/response",
    ],
  ],
];
