package dev.riderphotos.web.object;

import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.web.ServerAddress;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.io.StringWriter;
import java.net.URI;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An object that a form brought, as S3 tells of it. */
final class PostedObject {
  private final PhotoRef ref;
  private final String location;
  private final String etag;

  /**
   * @param address of the object
   * @param etag without quotes
   */
  PostedObject(HttpRequest<?> request, PhotoRef ref, URI address, String etag) {
    this.ref = ref;
    this.location = ServerAddress.absolute(request, address);
    this.etag = Preconditions.quoted(etag);
  }

  /**
   * Answers in the way that the form asks for.
   *
   * @param status as {@code success_action_status} has it; anything but 200 and 201 is 204
   */
  HttpResponse<?> answer(String status) {
    return switch (status.strip()) {
      case "200" -> told(HttpResponse.ok());
      case "201" ->
          told(
              HttpResponse.status(HttpStatus.CREATED)
                  .contentType(MediaType.APPLICATION_XML_TYPE)
                  .body(xml()));
      default -> told(HttpResponse.noContent());
    };
  }

  private MutableHttpResponse<?> told(MutableHttpResponse<?> answer) {
    return answer.header(HttpHeaders.ETAG, etag).header(HttpHeaders.LOCATION, location);
  }

  private String xml() {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("PostResponse");
      element(xml, "Location", location);
      element(xml, "Bucket", ref.bucket());
      element(xml, "Key", ref.key());
      element(xml, "ETag", etag);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("a StringWriter takes all", impossible);
    }
    return text.toString();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
